import type { Code, List, ListItem, Nodes, Root, Table } from 'mdast';
import { escapeHtml } from '../../../../scripts/conformance/judge/evenEntities.js';
import { inlineHtml } from './inlineHtml.js';
import { TreeLinks } from './TreeLinks.js';

/**
 * HTML of a tree as commonmark.js prints it and, for tables, task items, strikethrough and footnotes, as cmark-gfm
 * does (links back from footnotes and their ids left out). `source` is the text that was parsed: what neither
 * judge knows (math, directives, shortcodes) is printed as the text it stands for, and code tells no line from one
 * empty line by it.
 */
export function renderHtml(root: Root, source: string): string {
  return new BlockPrinter(new TreeLinks(root), source).print(root);
}

class BlockPrinter {
  readonly #links: TreeLinks;
  readonly #source: string;
  #html = '';

  constructor(links: TreeLinks, source: string) {
    this.#links = links;
    this.#source = source;
  }

  print(root: Root): string {
    this.#blocks(root.children, false);
    const notes = this.#links.calledFootnotes();
    if (notes.length > 0) {
      this.#line('<section class="footnotes" data-footnotes>\n<ol>\n');
      for (const { children } of notes) {
        this.#html += '<li>';
        this.#blocks(children, false);
        this.#html += '</li>\n';
      }
      this.#html += '</ol>\n</section>\n';
    }
    return this.#html.replaceAll('\0', '\ufffd');
  }

  /** Starts a new line unless the output stands at one. */
  #line(html: string): void {
    if (this.#html !== '' && !this.#html.endsWith('\n')) this.#html += '\n';
    this.#html += html;
  }

  #inlines(nodes: readonly Nodes[]): string {
    return inlineHtml(nodes, this.#links, (node) => this.#sourceOf(node));
  }

  #blocks(nodes: readonly Nodes[], tight: boolean): void {
    for (const node of nodes) this.#block(node, tight);
  }

  #block(node: Nodes, tight: boolean): void {
    if (node.type === 'paragraph') {
      const content = this.#inlines(node.children);
      if (tight) this.#html += content;
      else this.#line(`<p>${content}</p>\n`);
    } else if (node.type === 'heading') {
      this.#line(`<h${node.depth}>${this.#inlines(node.children)}</h${node.depth}>\n`);
    } else if (node.type === 'thematicBreak') {
      this.#line('<hr />\n');
    } else if (node.type === 'blockquote') {
      this.#line('<blockquote>\n');
      this.#blocks(node.children, false);
      this.#line('</blockquote>\n');
    } else if (node.type === 'list') {
      this.#list(node);
    } else if (node.type === 'code') {
      this.#line(codeHtml(node, this.#sourceOf(node)));
    } else if (node.type === 'html') {
      this.#line(`${node.value}\n`);
    } else if (node.type === 'table') {
      this.#table(node);
    } else if (node.type !== 'definition' && node.type !== 'footnoteDefinition') {
      this.#line(`<p>${escapeHtml(this.#sourceOf(node))}</p>\n`);
    }
  }

  #list(node: List): void {
    const tag = node.ordered === true ? 'ol' : 'ul';
    const start = node.start ?? 1;
    this.#line(node.ordered === true && start !== 1 ? `<ol start="${start}">\n` : `<${tag}>\n`);
    const tight = node.spread !== true && node.children.every((item) => item.spread !== true);
    for (const item of node.children) this.#item(item, tight);
    this.#line(`</${tag}>\n`);
  }

  #item(node: ListItem, tight: boolean): void {
    this.#html += '<li>';
    if (typeof node.checked === 'boolean') {
      this.#html += `<input type="checkbox"${node.checked ? ' checked=""' : ''} disabled="" /> `;
    }
    this.#blocks(node.children, tight);
    this.#html += '</li>\n';
  }

  /** Rows are as long as the first: cells are left out or added. */
  #table({ children: [head, ...body], align }: Table): void {
    const row = (cells: readonly Nodes[], tag: 'th' | 'td'): string => {
      const printed = (head?.children ?? []).map((_, column) => {
        const cell = cells[column];
        const attribute = align?.[column] ? ` align="${align[column]}"` : '';
        const content = cell?.type === 'tableCell' ? this.#inlines(cell.children) : '';
        return `<${tag}${attribute}>${content}</${tag}>\n`;
      });
      return `<tr>\n${printed.join('')}</tr>\n`;
    };
    const rows = body.map(({ children }) => row(children, 'td')).join('');
    this.#line(`<table>\n<thead>\n${row(head?.children ?? [], 'th')}</thead>\n`);
    this.#html += `${rows === '' ? '' : `<tbody>\n${rows}</tbody>\n`}</table>\n`;
  }

  #sourceOf(node: Nodes): string {
    return this.#source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }
}

function codeHtml(node: Code, source: string): string {
  const value =
    node.value === ''
      ? node.data?.emptyLine === true || hasLineInside(source)
        ? '\n'
        : ''
      : `${node.value}\n`;
  const [lang = ''] = (node.lang ?? '').split(/\s+/);
  const prefix = lang.startsWith('language-') ? '' : 'language-';
  const attribute = lang === '' ? '' : ` class="${escapeHtml(prefix + lang)}"`;
  return `<pre><code${attribute}>${escapeHtml(value)}</code></pre>\n`;
}

/** Whether fences that hold no text hold a line; the last fence may be missing. */
function hasLineInside(source: string): boolean {
  const lines = source.replace(/\n$/, '').split('\n');
  const closed = lines.length > 1 && /(?:```|~~~)[ \t]*$/.test(lines.at(-1) ?? '');
  return lines.length > (closed ? 2 : 1);
}
