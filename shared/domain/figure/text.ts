export type Weight = 400 | 600;

/** Advance widths of Inter in thousandths of an em: the characters 32-126, then 160-255. Taken from `resources/fonts/inter-*.ttf`. */
const advances = {
	400: table(
		`281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620 288
		302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744
		690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612
		612 376 528 327 591 562 818 546 562 552 426 333 426 662`,
		`281 288 571 611 725 550 270 568 591 914 454 583 662 0 666 478 456 662 442 446 323 586 603 288 268 304 482 583
		802 847 882 511 690 690 690 690 690 690 994 730 601 601 601 601 269 269 269 269 735 753 765 765 765 765 765
		662 765 744 744 744 744 679 636 616 562 562 562 562 562 562 917 571 583 583 583 583 242 242 242 242 583 591
		600 600 600 600 600 662 600 591 591 591 591 562 612 562`,
	),
	600: table(
		`252 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640 319
		329 673 673 673 543 999 728 659 737 722 605 588 749 746 277 580 703 565 922 759 769 645 773 652 650 660 736
		728 1020 720 713 652 373 379 373 481 469 351 574 624 583 624 591 389 625 612 262 262 569 262 900 612 609 624
		624 397 549 353 612 587 839 569 588 566 455 359 455 673`,
		`252 321 583 629 749 563 316 568 612 914 460 634 673 0 664 452 458 673 454 463 351 614 600 319 332 324 487 634
		831 870 907 543 728 728 728 728 728 728 1013 737 605 605 605 605 277 277 277 277 751 759 769 769 769 769 769
		673 769 736 736 736 736 713 658 644 574 574 574 574 574 574 913 583 591 591 591 591 262 262 262 262 594 612
		609 609 609 609 609 673 609 612 612 612 612 588 624 588`,
	),
};

/** The dashes and marks of running text outside those ranges; the wider of the two weights. */
const marks: Record<string, number> = {
	'–': 500,
	'—': 1000,
	'…': 956,
	'”': 501,
	'“': 501,
	'’': 294,
	'‘': 294,
	'−': 673,
	'•': 500,
};

/** What a letter from elsewhere is taken for: wider than most, so that a text is rather wrapped early than cut. */
const unknown = 750;

function table(ascii: string, latin: string): ReadonlyMap<string, number> {
	const widths = (text: string) => text.trim().split(/\s+/).map(Number);
	return new Map([
		...widths(ascii).map((width, at): [string, number] => [String.fromCodePoint(32 + at), width]),
		...widths(latin).map((width, at): [string, number] => [String.fromCodePoint(160 + at), width]),
	]);
}

/**
 * The width of a text in Inter, in the unit of `size`. Without kerning, which makes it narrower but for less than a pixel; an x between digits is drawn as the
 * wider sign of multiplication (the font's contextual alternates).
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
	let sum = 0;
	for (const sign of text.replace(/(?<=\d)x(?=\d)/g, '×')) sum += advances[weight].get(sign) ?? marks[sign] ?? unknown;
	return (sum * size) / 1000;
}

/**
 * A text in lines no wider than `width`. Breaks at spaces and after hyphens and slashes; a word that is wider by itself is cut into
 * pieces with a hyphen. An empty text is one empty line.
 */
export function wrapText(text: string, width: number, size: number, weight: Weight = 400): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.trim().split(/(?<=[-/–])(?=\S)|(?=\s)/)) {
		const next = line === '' ? piece.trimStart() : line + piece;
		if (textWidth(next.trimEnd(), size, weight) <= width) {
			line = next;
			continue;
		}
		if (line !== '') lines.push(line.trimEnd());
		const [rest, ...cut] = cutWord(piece.trim(), width, size, weight).reverse();
		lines.push(...cut.reverse());
		line = rest ?? '';
	}
	return [...lines, line.trimEnd()];
}

/** A word in pieces that fit, each but the last with a hyphen; at least one letter in each. */
function cutWord(word: string, width: number, size: number, weight: Weight): string[] {
	if (textWidth(word, size, weight) <= width) return [word];
	const signs = [...word];
	let taken = 1;
	while (taken < signs.length - 1 && textWidth(`${signs.slice(0, taken + 1).join('')}-`, size, weight) <= width)
		taken++;
	if (taken >= signs.length) return [word];
	return [`${signs.slice(0, taken).join('')}-`, ...cutWord(signs.slice(taken).join(''), width, size, weight)];
}
