import { SaxesParser } from 'saxes';

/** An element without attributes and namespaces: its name, its own text and what is in it. */
export interface Element {
	name: string;
	text: string;
	children: Element[];
}

/** Bounds on a file of XML: nesting, and the number of elements. */
const most = { depth: 40, elements: 2_000_000 };

/** What is no XML that we read: not well-formed, with a document type (and so entities of its own), or too deep or large. */
export class XmlError extends Error {}

/** The elements of an XML file. A document type is refused: no entity but XML's own five is ever expanded. @throws XmlError */
export function readXml(source: string): Element {
	const root: Element = { name: '', text: '', children: [] };
	const open: Element[] = [root];
	let count = 0;
	const parser = new SaxesParser({ fragment: false });
	parser.on('error', (error) => {
		throw new XmlError(error.message);
	});
	parser.on('doctype', () => {
		throw new XmlError('document type');
	});
	parser.on('opentag', ({ name }) => {
		const element = { name, text: '', children: [] };
		if (open.length > most.depth || ++count > most.elements) throw new XmlError('too much');
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => void open.pop());
	const add = (text: string) => {
		const element = open.at(-1);
		if (element) element.text += text;
	};
	parser.on('text', add);
	parser.on('cdata', add);
	parser.write(source).close();
	const [document] = root.children;
	if (!document) throw new XmlError('nothing');
	return document;
}
