// Has Twilio call a number and connect it to the bridge, which must be running.
//
//   export TWILIO_ACCOUNT_SID=...  TWILIO_AUTH_TOKEN=...  TWILIO_NUMBER=+15550199  PUBLIC_HOST=bridge.example.com
//   node call.mjs +15550100
const {
  TWILIO_ACCOUNT_SID: account,
  TWILIO_AUTH_TOKEN: token,
  TWILIO_NUMBER: from,
  PUBLIC_HOST: host,
  TWILIO_API_URL: api = 'https://api.twilio.com',
} = process.env;
const [to] = process.argv.slice(2);
if (!account || !token || !from || !host || !/^\+\d{5,15}$/.test(to ?? '')) {
  console.error(
    'Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_NUMBER and PUBLIC_HOST. Usage: node call.mjs +15550100',
  );
  process.exit(1);
}

const answered = await fetch(`${api}/2010-04-01/Accounts/${account}/Calls.json`, {
  method: 'POST',
  headers: { Authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
  // When the call is answered, Twilio asks the bridge what to do, as with a call that comes in.
  body: new URLSearchParams({ To: to, From: from, Url: `https://${host}/call`, Method: 'POST' }),
});
const body = await answered.json().catch(() => ({}));
if (!answered.ok) {
  console.error(`Twilio refused: ${body.message ?? `status ${answered.status}`}`);
  process.exit(1);
}
console.log(`Calling ${to}: ${body.sid}`);
