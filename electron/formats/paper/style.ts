/** The rules of a questionnaire on A4 paper: sizes are relative to the text's, so that the large print is the same page in another size. */
export function paperStyle(foot: { left: string; middle: string; right: string }, size: 'normal' | 'large'): string {
	const box = `font-family: "Report Sans", Arial, sans-serif; font-size: ${size === 'large' ? '13pt' : '8.5pt'}; color: #1c2226; vertical-align: top; padding-top: 4mm;`;
	return `
@page { size: A4; margin: 18mm 18mm 20mm;
	@bottom-left { content: ${foot.left}; ${box} }
	@bottom-center { content: ${foot.middle}; ${box} }
	@bottom-right { content: ${foot.right}; ${box} }
}
* { box-sizing: border-box; }
html { font-size: ${size === 'large' ? '18pt' : '10.5pt'}; }
body { margin: 0; color: #000; background: #fff; font-family: "Report Sans", Arial, sans-serif; line-height: 1.38; orphans: 3; widows: 3; }
h1 { font-family: "Report Serif", Georgia, serif; font-size: 1.9em; font-weight: 600; line-height: 1.15; margin: 0 0 .5em; }
h2 { font-family: "Report Serif", Georgia, serif; font-size: 1.3em; font-weight: 600; line-height: 1.2; margin: 1.5em 0 .5em; padding: .25em 0 0; border-top: 1.5px solid #000; break-after: avoid; }
h2 + p { break-after: avoid; }
p { margin: 0 0 .6em; }
.intro, .thanks { max-width: 60em; }
.how { display: flex; flex-wrap: wrap; gap: .2em 1.6em; margin: .9em 0 1.2em; padding: .55em .8em; border: 1px solid #000; font-size: .92em; break-inside: avoid; }
.how b { font-weight: 600; }
.how span { display: inline-flex; align-items: center; gap: .45em; }
.only { font-weight: 600; margin: 0 0 .3em 2.6em; text-indent: -1em; break-after: avoid; }
h2 + .only { margin-left: 1em; }
.only::before { content: "► "; font-size: .8em; }
.help { color: #2c3338; margin: 0 0 .4em; white-space: pre-line; break-after: avoid; }
body { overflow-wrap: break-word; }
.options li > *, .ask > * { min-width: 0; overflow-wrap: anywhere; }
.question { margin: 0 0 1.15em; break-inside: avoid; }
.question.breaks { break-inside: auto; }
.ask { display: flex; gap: .7em; margin: 0 0 .4em; font-weight: 600; break-after: avoid; }
.ask .no { flex: none; min-width: 1.9em; }
.ask .needed { font-weight: 400; }
.body { margin-left: 2.6em; }
.mark { display: inline-block; flex: none; width: 1.15em; height: 1.15em; border: 1.2px solid #000; background: #fff; vertical-align: -.2em; }
.mark.one { border-radius: 50%; }
.mark.rank { width: 1.9em; height: 1.6em; }
.code { font-size: max(6.5pt, .6em); color: #4a545b; font-variant-numeric: tabular-nums; }
.options { columns: 1; margin: 0; padding: 0; list-style: none; }
.options.two { columns: 2; column-gap: 2em; }
.options li { display: flex; align-items: baseline; gap: .55em; padding: .18em 0; break-inside: avoid; }
.options .mark { position: relative; top: .2em; }
.numbers b { font-weight: 400; }
.options .code { min-width: .8em; text-align: right; }
.options .apart { margin-top: .3em; }
.options .note { color: #2c3338; font-size: .88em; }
.line { flex: 1; min-width: 8em; border-bottom: 1px solid #000; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { vertical-align: middle; padding: .45em .25em; border-bottom: 1px solid #8d979d; text-align: center; font-weight: 400; }
thead th { vertical-align: bottom; padding-left: .12em; padding-right: .12em; font-size: .8em; line-height: 1.2; border-bottom: 1.2px solid #000; overflow-wrap: break-word; hyphens: auto; }
thead .code { display: block; }
th.row { text-align: left; padding-left: 0; padding-right: .8em; }
th.row .no { display: inline-block; min-width: 2.1em; font-weight: 600; }
th.row .words { display: flex; gap: .5em; }
.apart { border-left: 0; }
th.apart, td.apart { border-left: 1px dashed #6b747b; }
.alone th.row, .alone td.row { display: none; }
.stacked { margin: 0 0 .8em 1.2em; break-inside: avoid; }
.stacked .row { display: flex; gap: .5em; margin-bottom: .2em; }
.ends { display: flex; justify-content: space-between; gap: 2em; margin-bottom: .25em; max-width: 36em; }
.ends span { font-size: .88em; }
.numbers { display: flex; justify-content: space-between; gap: .2em; max-width: 36em; }
.numbers > span { display: inline-flex; flex-direction: column; align-items: center; gap: .25em; min-width: 1.6em; }
.numbers svg { width: 1.9em; height: 1.9em; }
.write { border-bottom: 1px solid #6b747b; height: 2em; }
.cells { display: flex; align-items: flex-end; gap: .7em; }
.cells .group { display: inline-flex; flex-direction: column; align-items: center; }
.cells .boxes { display: inline-flex; }
.cells .boxes i { display: inline-block; width: 1.55em; height: 1.9em; border: 1.2px solid #000; }
.cells .boxes i + i { border-left: 0; }
.cells .wide { display: inline-block; width: 9em; height: 1.9em; border: 1.2px solid #000; }
.cells small { margin-top: .25em; font-size: .72em; color: #2c3338; letter-spacing: .08em; }
.cells .dash { padding-bottom: 1.2em; }
.cells .unit { padding-bottom: .25em; }
.thanks { margin-top: 1.8em; padding-top: .8em; border-top: 1.5px solid #000; break-inside: avoid; }
`;
}
