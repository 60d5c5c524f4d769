import type { AppPlan } from './AppPlan.js';
import * as ui from './widgets.js';

const propose = `const orders = queries.getOrders.data?.orders ?? [];
const charge = { 'Night Ferry': 12, 'Morning Post': 10, Decaf: 8 };
const loss = 0.15;

const wanted = {};
for (const { coffee, kilos } of orders) wanted[coffee] = (wanted[coffee] ?? 0) + kilos;

return Object.entries(wanted).map(([coffee, kilos]) => {
  const green = kilos / (1 - loss);
  const size = charge[coffee] ?? 10;
  return { coffee, kilos, green: Math.round(green * 10) / 10, batches: Math.ceil(green / size) };
});`;

const day = '{{components.roastDay.value}}';

/** Adds up the orders of a day and proposes batches. */
export const roastPlanner: AppPlan = {
  name: 'Roast planner',
  slug: 'roast-planner',
  icon: 'calendar',
  versionName: 'v1',
  description: 'First version that the whole roastery uses.',
  at: '2025-02-24T15:05:00.000Z',
  tables: [],
  queries: [
    {
      name: 'getOrders',
      kind: 'restapi',
      options: {
        method: 'get',
        url: 'https://shop.kettlelane.example/api/orders',
        url_params: [['roast_day', day]],
        headers: [['Authorization', 'Bearer {{secrets.shopToken}}']],
        body: [],
        json_body: null,
        body_toggle: false,
        runOnPageLoad: true,
        enableTransformation: true,
        transformationLanguage: 'javascript',
        transformation:
          "// Cancelled orders stay in the shop's answer.\nreturn { orders: data.orders.filter((order) => !order.cancelled) };",
      },
      actions: [
        ui.runs('proposeBatches', 'onDataQuerySuccess'),
        ui.says('The shop does not answer. Plan from paper today.', 'error', 'onDataQueryFailure'),
      ],
    },
    { name: 'proposeBatches', kind: 'runjs', options: { code: propose, parameters: [] } },
    {
      name: 'savePlan',
      kind: 'restapi',
      options: {
        method: 'post',
        url: 'https://shop.kettlelane.example/api/roast-days',
        url_params: [],
        headers: [['Authorization', 'Bearer {{secrets.shopToken}}']],
        body: [],
        json_body:
          '{{ { day: components.roastDay.value, roaster: components.roaster.value, batches: components.batches.updatedData } }}',
        body_toggle: true,
        enableTransformation: false,
      },
      actions: [ui.says('Saved. Print it and hang it up.', 'success', 'onDataQuerySuccess')],
    },
  ],
  pages: [
    {
      name: 'Plan',
      handle: 'plan',
      icon: 'IconFlame',
      components: [
        ui.text('planTitle', [1, 20, 20, 50], 'What we roast', {
          styles: { textSize: 24, fontWeight: 'bold' },
        }),
        ui.container('bar', [1, 80, 41, 90]),
        ui.datePicker('roastDay', [1, 15, 12, 60], 'Day', {
          parent: 'bar',
          actions: [ui.runs('getOrders', 'onSelect')],
        }),
        ui.dropdown(
          'roaster',
          [14, 15, 12, 60],
          'Roaster',
          "{{[{label: 'Maren', value: 'maren'}, {label: 'Josie', value: 'josie'}]}}",
          { parent: 'bar' },
        ),
        ui.button('reload', [28, 30, 6, 40], 'Reload', {
          parent: 'bar',
          styles: { type: 'outline' },
          actions: [ui.runs('getOrders')],
        }),
        ui.button('save', [35, 30, 6, 40], 'Save', { parent: 'bar', actions: [ui.runs('savePlan')] }),
        ui.dataTable(
          'batches',
          [1, 190, 27, 380],
          '{{queries.proposeBatches.data}}',
          [
            ['coffee', 'Coffee', 'string'],
            ['kilos', 'Ordered kg', 'number'],
            ['green', 'Green kg', 'number'],
            ['batches', 'Batches', 'number'],
          ],
          { more: { loadingState: '{{queries.getOrders.isLoading}}' } },
        ),
        ui.chart(
          'load',
          [29, 190, 13, 250],
          'Batches',
          '{{JSON.stringify(queries.proposeBatches.data.map(({coffee, batches}) => ({x: coffee, y: batches})))}}',
        ),
        ui.statistics(
          'hours',
          [29, 450, 13, 120],
          'Hours at the drum',
          '{{(queries.proposeBatches.data.reduce((sum, row) => sum + row.batches, 0) / 4).toFixed(1)}}',
        ),
      ],
    },
    {
      name: 'Orders',
      handle: 'orders',
      icon: 'IconTruckDelivery',
      components: [
        ui.text('ordersTitle', [1, 20, 30, 50], 'Orders for {{components.roastDay.value}}'),
        ui.dataTable('orderList', [1, 90, 41, 420], '{{queries.getOrders.data.orders}}', [
          ['number', 'Order', 'string'],
          ['customer', 'Customer', 'string'],
          ['coffee', 'Coffee', 'string'],
          ['kilos', 'kg', 'number'],
        ]),
        ui.divider('ordersLine', [1, 520, 41, 10]),
        ui.text('emptyHint', [1, 540, 41, 40], 'No orders: sharpen the burrs.', {
          more: { visibility: '{{queries.getOrders.data.orders.length === 0}}' },
        }),
      ],
    },
    {
      name: 'Settings',
      handle: 'settings',
      icon: 'IconSettings',
      components: [
        ui.text('settingsTitle', [1, 20, 30, 50], 'Charges and loss'),
        ui.numberInput('ferryCharge', [1, 90, 12, 60], 'Night Ferry, kg', [6, 15]),
        ui.numberInput('postCharge', [14, 90, 12, 60], 'Morning Post, kg', [6, 15]),
        ui.numberInput('expectedLoss', [27, 90, 12, 60], 'Loss, %', [10, 20]),
      ],
    },
  ],
};
