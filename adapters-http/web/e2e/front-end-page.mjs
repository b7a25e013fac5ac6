const FILE = "/assets/front-ends.js";

/**
 * Opens a page of the server on which the front ends of the contracts are: as a file of its origin, for its policy lets in
 * nothing else. `run` calls what they export, `runAtOnce` so many times together.
 */
export async function openFrontEnds(own, code) {
  const { context, page } = await own.open();
  await context.route(`**${FILE}`, (route) => route.fulfill({ contentType: "text/javascript", body: code }));
  await page.goto("/login");
  const run = (module, name, ...words) => page.evaluate(called, { file: FILE, module, name, words });
  const runAtOnce = (count, module, name) => page.evaluate(calledAtOnce, { file: FILE, count, module, name });
  return { page, run, runAtOnce };
}

/** In the page. Answers that are no plain values are made such. */
async function called({ file, module, name, words }) {
  const answer = await (await import(file))[module][name](...words);
  if (answer instanceof Response) {
    return { status: answer.status, json: await answer.json() };
  }
  return answer?.config === undefined ? answer : { status: answer.status, data: answer.data };
}

/** In the page. */
async function calledAtOnce({ file, count, module, name }) {
  const call = (await import(file))[module][name];
  return await Promise.all(Array.from({ length: count }, () => call()));
}
