// In a file of their own: workerd lets a Worker's entry export functions only.
export const apiKey = 'bench-key-0123456789abcdef';
export const apiSecret = 'bench-secret-0123456789abcdef';
