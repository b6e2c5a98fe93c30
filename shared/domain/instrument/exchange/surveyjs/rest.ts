import type { Draft } from '../draft.ts';
import type { Foreign } from '../record.ts';

/** The fields that are read, or that change only how a question looks on a page. */
export const known = new Set(
	'type name title html description visibleIf visible isRequired choices columns rows items rateValues rateMin rateMax rateStep rateCount rateType rateDisplayMode minRateDescription maxRateDescription inputType min max step maxLength validators defaultValue choicesOrder rowsOrder rowOrder showOtherItem hasOther otherText showNoneItem hasNone noneText showDontKnowItem dontKnowText showRefuseItem refuseText showSelectAllItem hasSelectAll selectToRankEnabled minSelectedChoices maxSelectedChoices eachRowRequired isAllRowRequired labelTrue labelFalse valueTrue valueFalse multiSelect startWithNewLine titleLocation descriptionLocation colCount width minWidth maxWidth indent hideNumber placeholder placeHolder displayMode autoGrow rowsCount cols questionTitleLocation separateSpecialChoices optionsCaption textUpdateMode showNumber useDisplayValuesInDynamicTexts elements sliderType otherPlaceholder rateColorMode scaleColorMode selectToRankAreasLayout'.split(
		' ',
	),
);

/** The settings of a survey that are read, or that change only how it looks. */
export const surveySettings = new Set(
	'title description pages elements questions locale completedHtml showProgressBar progressBarLocation progressBarType widthMode width firstPageIsStartPage startSurveyText showQuestionNumbers showTitle showPageTitles showPageNumbers showPrevButton completeText pageNextText pagePrevText questionErrorLocation questionTitleLocation questionDescriptionLocation checkErrorsMode logo logoPosition logoFit logoWidth logoHeight requiredText questionsOnPageMode focusFirstQuestionAutomatic headerView theme fitToContainer $schema showCompletedPage questionStartIndex questionTitlePattern textUpdateMode'.split(
		' ',
	),
);

/** Lists the settings that are not read. */
export function noteRest(record: Foreign, at: string, read: Set<string>, draft: Draft): void {
	for (const name of Object.keys(record).slice(0, 200)) {
		const value = record[name];
		if (
			read.has(name) ||
			value === false ||
			value === null ||
			value === '' ||
			(Array.isArray(value) && value.length === 0)
		)
			continue;
		const isRule = (name === 'enableIf' || name === 'requiredIf') && typeof value === 'string';
		draft.lose(isRule ? 'condition' : 'setting', at, isRule ? `${name}: ${value}` : name);
	}
}
