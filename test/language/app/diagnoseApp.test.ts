import assert from 'node:assert/strict';
import { diagnoseApp } from '../../../server/src/language/app/diagnoseApp.js';
import { createValidate } from '../../../server/src/language/schema/validators.js';
import { showFindings } from '../../support/showFinding.js';

const validate = createValidate();
const id = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
const VERSION = id(1);
const PAGE = id(2);
const SOURCE = id(3);
const QUERY = id(4);
const ENVIRONMENT = id(5);
const BUTTON = id(6);

function app(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const component = { type: 'Button', pageId: PAGE, parent: null, properties: {}, layouts: [] };
  return {
    id: id(100),
    name: 'Orders',
    type: 'front-end',
    components: [{ id: BUTTON, name: 'save', ...component }],
    pages: [{ id: PAGE, name: 'Home', handle: 'home', index: 0, appVersionId: VERSION }],
    events: [
      {
        id: id(7),
        index: 0,
        event: { eventId: 'onClick', actionId: 'run-query', queryId: QUERY },
        sourceId: BUTTON,
        target: 'component',
        appVersionId: VERSION,
      },
    ],
    dataQueries: [{ id: QUERY, name: 'all', options: {}, dataSourceId: SOURCE, appVersionId: VERSION }],
    dataSources: [{ id: SOURCE, kind: 'postgresql' }],
    dataSourceOptions: [{ id: id(8), dataSourceId: SOURCE, environmentId: ENVIRONMENT }],
    appVersions: [{ id: VERSION, name: 'v1', homePageId: PAGE }],
    appEnvironments: [{ id: ENVIRONMENT, name: 'development' }],
    schemaDetails: { multiPages: true },
    ...changes,
  };
}

function check(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return showFindings(text, diagnoseApp(text, validate)).map((line) => line.replace(/ \d+:\d+ /, ' '));
}

function envelope(changes?: Readonly<Record<string, unknown>>): unknown {
  return {
    tooljet_database: [],
    app: [{ definition: { appV2: app(changes) } }],
    tooljet_version: '3.0.1-ee-lts',
  };
}

suite('app JSON', () => {
  test('nothing to say about a right one', () => {
    assert.deepEqual(check(envelope()), []);
  });

  test('the bare app of 2023', () => {
    const { components, pages, events, type, ...legacy } = app();
    assert.ok(components && pages && events && type);
    const appVersions = [{ id: VERSION, name: 'v1', definition: {} }];
    assert.deepEqual(check({ appV2: { ...legacy, appVersions } }), []);
    assert.equal(check({ appV2: legacy }).length, 1);
  });

  test('syntax, and files that are no app', () => {
    assert.deepEqual(check('{"app":[}'), ['error json-syntax |}|']);
    assert.deepEqual(check({ name: 'x' }), ['error app-shape |{|']);
    assert.deepEqual(check('[]'), ['error app-shape |[|']);
  });

  test('missing and wrong fields at their place', () => {
    const text = JSON.stringify(envelope({ type: 'desktop', pages: [], name: 3 }));
    assert.deepEqual(check(text), [
      'error app-schema |3|',
      'error app-schema |"desktop"|',
      'error app-schema |[]|',
      ...['"', '"', '"'].slice(3),
      `warning app-reference-dangling |"${PAGE}"|`,
      `warning app-reference-dangling |"${PAGE}"|`,
    ]);
    assert.deepEqual(check({ app: [{}], tooljet_version: '3.0.1' }), ['error app-schema |{|']);
    assert.deepEqual(check({ ...(envelope() as object), tooljet_version: 'new' }), [
      'error app-schema |"new"|',
    ]);
  });

  test('ids and component names that occur twice', () => {
    const component = { id: BUTTON, name: 'save', type: 'Button', pageId: PAGE, properties: {}, layouts: [] };
    assert.deepEqual(check(envelope({ components: [component, component] })), [
      `error app-id-duplicate |"${BUTTON}"|`,
      'error app-component-name-duplicate |"save"|',
    ]);
  });

  test('ids that lead nowhere', () => {
    const event = {
      id: id(7),
      index: 0,
      event: { queryId: id(99) },
      sourceId: id(98),
      target: 'component',
      appVersionId: VERSION,
    };
    assert.deepEqual(check(envelope({ events: [event] })), [
      `warning app-reference-dangling |"${id(99)}"|`,
      `warning app-reference-dangling |"${id(98)}"|`,
    ]);
    const dataSourceOptions = [{ id: id(8), dataSourceId: id(97), environmentId: ENVIRONMENT }];
    assert.deepEqual(check(envelope({ dataSourceOptions })), [
      `warning app-reference-dangling |"${id(97)}"|`,
    ]);
  });

  test('a parent may carry a suffix after its id', () => {
    const child = { id: id(9), name: 'a', type: 'Text', pageId: PAGE, properties: {}, layouts: [] };
    const box = { ...child, id: BUTTON, name: 'box', type: 'Tabs' };
    assert.deepEqual(check(envelope({ components: [box, { ...child, parent: `${BUTTON}-1` }] })), []);
    assert.deepEqual(check(envelope({ components: [box, { ...child, parent: `${id(96)}-1` }] })), [
      `warning app-reference-dangling |"${id(96)}-1"|`,
    ]);
  });
});
