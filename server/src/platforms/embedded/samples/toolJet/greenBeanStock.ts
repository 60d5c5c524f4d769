import type { AppPlan } from './AppPlan.js';
import * as ui from './widgets.js';

const totals = `const sacks = queries.listSacks.data ?? [];
const byLot = new Map();
for (const sack of sacks) {
  byLot.set(sack.lot, (byLot.get(sack.lot) ?? 0) + sack.kilos);
}
return {
  kilos: sacks.reduce((sum, sack) => sum + sack.kilos, 0),
  sacks: sacks.length,
  lots: [...byLot].map(([x, y]) => ({ x, y })),
  tooWet: sacks.filter((sack) => sack.moisture > 12),
};`;

/** Every sack of green coffee in the house: what came, what went, what is left. */
export const greenBeanStock: AppPlan = {
  name: 'Green bean stock',
  slug: 'green-bean-stock',
  icon: 'table',
  versionName: 'v2',
  description: 'Counts sacks; asks for the moisture of each one.',
  at: '2025-03-18T09:30:00.000Z',
  tables: [
    {
      name: 'green_sacks',
      columns: [
        { name: 'id', type: 'integer', primaryKey: true },
        { name: 'sack_number', type: 'character varying', required: true, unique: true },
        { name: 'lot', type: 'character varying', required: true },
        { name: 'kilos', type: 'double precision', required: true },
        { name: 'moisture', type: 'double precision' },
        { name: 'arrived', type: 'timestamp with time zone' },
      ],
    },
  ],
  queries: [
    {
      name: 'listSacks',
      kind: 'tooljetdb',
      table: 'green_sacks',
      options: {
        operation: 'list_rows',
        list_rows: { order_filters: { newest: { column: 'arrived', order: 'desc' } } },
        runOnPageLoad: true,
        enableTransformation: false,
        transformationLanguage: 'javascript',
      },
      actions: [ui.runs('totals', 'onDataQuerySuccess')],
    },
    {
      name: 'addSack',
      kind: 'tooljetdb',
      table: 'green_sacks',
      options: {
        operation: 'create_row',
        create_row: {
          number: { column: 'sack_number', value: '{{components.sackNumber.value}}' },
          lot: { column: 'lot', value: '{{components.lotName.value}}' },
          kilos: { column: 'kilos', value: '{{components.sackKilos.value}}' },
          moisture: { column: 'moisture', value: '{{components.sackMoisture.value}}' },
          arrived: { column: 'arrived', value: '{{components.arrivedOn.value}}' },
        },
        enableTransformation: false,
      },
      actions: [
        ui.says('The sack is in the rack.', 'success', 'onDataQuerySuccess'),
        ui.closes('newSack', 'onDataQuerySuccess'),
        ui.runs('listSacks', 'onDataQuerySuccess'),
        ui.says('Not saved. Is the sack number taken?', 'error', 'onDataQueryFailure'),
      ],
    },
    {
      name: 'takeKilos',
      kind: 'tooljetdb',
      table: 'green_sacks',
      options: {
        operation: 'update_rows',
        update_rows: {
          where_filters: {
            row: { column: 'id', operator: 'eq', value: '{{components.sacks.selectedRow.id}}' },
          },
          columns: {
            kilos: {
              column: 'kilos',
              value: '{{components.sacks.selectedRow.kilos - components.kilosTaken.value}}',
            },
          },
        },
        enableTransformation: false,
      },
      actions: [ui.runs('listSacks', 'onDataQuerySuccess')],
    },
    { name: 'totals', kind: 'runjs', options: { code: totals, parameters: [] } },
  ],
  pages: [
    {
      name: 'Stock',
      handle: 'stock',
      icon: 'IconPackage',
      components: [
        ui.text('title', [1, 20, 20, 50], 'Green bean stock', {
          styles: { textSize: 24, fontWeight: 'bold' },
        }),
        ui.button('addButton', [34, 25, 8, 40], 'New sack', { actions: [ui.opens('newSack')] }),
        ui.statistics('kilosTotal', [1, 90, 13, 120], 'Kilos in the house', '{{queries.totals.data.kilos}}'),
        ui.statistics('sacksTotal', [15, 90, 13, 120], 'Sacks', '{{queries.totals.data.sacks}}'),
        ui.statistics('wetTotal', [29, 90, 13, 120], 'Above 12 %', '{{queries.totals.data.tooWet.length}}'),
        ui.dataTable(
          'sacks',
          [1, 230, 27, 470],
          '{{queries.listSacks.data}}',
          [
            ['sack_number', 'Sack', 'string'],
            ['lot', 'Lot', 'string'],
            ['kilos', 'Kilos', 'number'],
            ['moisture', 'Moisture %', 'number'],
            ['arrived', 'Arrived', 'datepicker'],
          ],
          { more: { loadingState: '{{queries.listSacks.isLoading}}' } },
        ),
        ui.container('takeOut', [29, 230, 13, 220]),
        ui.text('takeTitle', [1, 10, 40, 40], 'Take out of {{components.sacks.selectedRow.sack_number}}', {
          parent: 'takeOut',
        }),
        ui.numberInput('kilosTaken', [1, 60, 40, 60], 'Kilos', [0, 70], { parent: 'takeOut' }),
        ui.button('takeButton', [1, 140, 40, 40], 'Take', {
          parent: 'takeOut',
          actions: [ui.runs('takeKilos')],
          more: { disabledState: '{{!components.sacks.selectedRow}}' },
        }),
        ui.chart('lots', [29, 470, 13, 230], 'Kilos by lot', '{{JSON.stringify(queries.totals.data.lots)}}'),
        ui.modal('newSack', [1, 720, 10, 40]),
        ui.text('newTitle', [1, 10, 20, 40], 'A sack has arrived', { parent: 'newSack', slot: 'header' }),
        ui.textInput('sackNumber', [1, 20, 19, 60], 'Number on the sack', 'G-0412', { parent: 'newSack' }),
        ui.textInput('lotName', [22, 20, 19, 60], 'Lot', 'Gedeb 4', { parent: 'newSack' }),
        ui.numberInput('sackKilos', [1, 100, 19, 60], 'Kilos', [1, 70], { parent: 'newSack' }),
        ui.numberInput('sackMoisture', [22, 100, 19, 60], 'Moisture %', [5, 20], { parent: 'newSack' }),
        ui.datePicker('arrivedOn', [1, 180, 19, 60], 'Arrived on', { parent: 'newSack' }),
        ui.button('cancelButton', [20, 20, 9, 40], 'Cancel', {
          parent: 'newSack',
          slot: 'footer',
          styles: { type: 'outline' },
          actions: [ui.closes('newSack')],
        }),
        ui.button('saveButton', [31, 20, 10, 40], 'Save', {
          parent: 'newSack',
          slot: 'footer',
          actions: [ui.runs('addSack')],
        }),
      ],
    },
    {
      name: 'Too wet',
      handle: 'too-wet',
      icon: 'IconDroplet',
      components: [
        ui.text('wetTitle', [1, 20, 30, 50], 'Dry these before roasting'),
        ui.divider('wetLine', [1, 75, 41, 10]),
        ui.dataTable('wetSacks', [1, 95, 41, 400], '{{queries.totals.data.tooWet}}', [
          ['sack_number', 'Sack', 'string'],
          ['lot', 'Lot', 'string'],
          ['moisture', 'Moisture %', 'number'],
        ]),
      ],
    },
  ],
};
