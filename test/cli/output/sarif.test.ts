import assert from 'node:assert/strict';
import { sarif } from '../../../server/src/cli/output/sarif.js';

suite('sarif', () => {
  test('places findings as SARIF 2.1.0 wants them', () => {
    const range = { start: { line: 0, character: 2 }, end: { line: 1, character: 0 } };
    const finding = (code: string, severity: 'error' | 'hint') => ({
      file: 'a b/é.md',
      range,
      code: code as never,
      severity,
      message: 'm',
      fixable: true,
    });
    const log = sarif([finding('z', 'error'), finding('a', 'hint')], '1.2.3');
    assert.deepEqual(log, {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'docbridge', semanticVersion: '1.2.3', rules: [{ id: 'a' }, { id: 'z' }] },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            ['z', 1, 'error'],
            ['a', 0, 'note'],
          ].map(([ruleId, ruleIndex, level]) => ({
            ruleId,
            ruleIndex,
            level,
            message: { text: 'm' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'a%20b/%C3%A9.md' },
                  region: { startLine: 1, startColumn: 3, endLine: 2, endColumn: 1 },
                },
              },
            ],
          })),
        },
      ],
    });
  });
});
