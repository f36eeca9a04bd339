// Makes calls with topsdk: reads them as JSON, writes what it shows.
const fs = require("fs");
const TopClient = require("topsdk");

async function shown(call, url) {
  const client = new TopClient(call.app_key, call.secret, { endpoint: url });
  const parameters = { ...call.parameters };
  if (call.session) parameters.session = call.session;
  for (const [name, digits] of Object.entries(call.files)) {
    parameters[name] = { value: Buffer.from(digits, "hex"), options: { filename: "a.png" } };
  }
  const type = Object.keys(call.files).length ? "FILE_UPLOAD" : "POST";
  try {
    return { content: await client.execute(call.method, parameters, type) };
  } catch (error) {
    if (error.name !== "TOPClientError") throw error;
    return { code: error.code, sub_code: error.sub_code, text: error.message };
  }
}

async function main() {
  const order = JSON.parse(fs.readFileSync(0, "utf8"));
  const answers = [];
  for (const call of order.calls) answers.push(await shown(call, order.url));
  // Its connections are kept alive, and so would be the process.
  process.stdout.write(JSON.stringify(answers), () => process.exit());
}

main();
