/** Id of the view "Synced Content" in package.json. */
export const contentViewId = 'docbridge.content';
