import type { Root } from 'mdast';
import { unified, type PluggableList, type Plugin, type Processor } from 'unified';
import { docbridgeMarkdown, type MarkdownOptions } from './docbridgeMarkdown.js';

/** What a processor reads, and with which plug-ins. */
export interface ProcessorOptions extends MarkdownOptions {
  /** remark plug-ins and presets, in the order they run. */
  readonly plugins?: PluggableList | undefined;
}

/** From Markdown to Markdown. */
export type MarkdownProcessor = Processor<Root, undefined, undefined, Root, string>;

/**
 * A frozen unified processor with our parser and compiler and the plug-ins given; what they say is in the file's
 * `messages`. A parser or compiler that a plug-in or preset brings is not used.
 */
export function createProcessor({ plugins, ...options }: ProcessorOptions = {}): MarkdownProcessor {
  const parsing: Plugin<[MarkdownOptions], string, Root> = docbridgeMarkdown;
  const compiling: Plugin<[], Root, string> = docbridgeMarkdown;
  return unified()
    .use(plugins ?? [])
    .use(parsing, options)
    .use(compiling)
    .freeze();
}
