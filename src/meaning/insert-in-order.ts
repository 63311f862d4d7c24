/**
 * Adds an item to a short sorted list at its place, after those equal to it. For lists of bounded length: a call takes time linear in
 * the list, but sorts a handful of items much faster than `sort`, which copies them first.
 */
export function insertInOrder<Item>(list: Item[], item: Item, compare: (a: Item, b: Item) => number): void {
  list.push(item);
  for (let i = list.length - 1; i > 0; i--) {
    const before = list[i - 1];
    if (before === undefined || compare(before, item) <= 0) return;
    list[i] = before;
    list[i - 1] = item;
  }
}
