const payload = { name: 'Acme', email: 'user@example.com', password: 'Password123!' };
const res = await fetch('/api/tenants/register', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(payload),
});
const json = await res.json();
if (res.ok) {
  // json.data.auth.accessToken contains JWT
}
