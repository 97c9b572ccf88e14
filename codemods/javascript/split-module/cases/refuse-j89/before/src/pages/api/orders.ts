export const totals = (prices: number[]) => prices.reduce((sum, price) => sum + price, 0);

export const receipt = (prices: number[]) => `Total: ${totals(prices)}`;
