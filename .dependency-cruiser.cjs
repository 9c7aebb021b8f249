const foundations = '^server/src/(account|federation|installation|names)/';
const services =
  '^server/src/(womens-home|payment|notification|audit|consent|deadline|ledger|organisation)/';
const platform = '^server/src/platform/';
const composition = '^server/src/[^/]+\\.ts$';
/** Invents rows of every feature, and no feature knows it. */
const demonstration = '^server/src/demonstration/';
/** The features that use another one, and it knows none of them: what they make hangs on a case ticket. */
const onTickets = '^server/src/(visit|referral|mediation)/';
const notAFeature = [platform, foundations, services];
const test = '\\.spec\\.tsx?$';
const subpackages = '(women|committee|staff)';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'Two files in a circle can only be understood together.',
      {},
      {
        circular: true,
      },
    ),
    forbid(
      'no-unknown',
      'What cannot be found here cannot be found on another machine either.',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'no-vague-names',
      'A folder called utils collects what has no name: name it by the domain.',
      {},
      {
        path: '^(shared|server|miniapp)/(?!node_modules).*\\b(utils?|helpers?|common|manager)[./]',
      },
    ),
    forbid(
      'no-tests-in-the-product',
      'What runs in production must not lean on tests or on the stand-in for WeChat.',
      { path: '^(shared|server|miniapp)/src/', pathNot: test },
      { path: `${test}|^(server|miniapp)/(test|simulator)/` },
    ),

    forbid(
      'shared-runs-anywhere',
      'Both sides import shared, so it may know neither of them, nor Node.',
      { path: '^shared/src/' },
      { path: '^(server|miniapp)/' },
    ),
    forbid(
      'shared-without-node',
      'A phone has no Node: shared holds plain types and pure functions.',
      { path: '^shared/src/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'shared-without-frameworks',
      'Every byte of shared is downloaded by every phone.',
      { path: '^shared/src/', pathNot: test },
      { path: 'node_modules' },
    ),
    forbid(
      'two-sides',
      'Server and mini-program meet in shared and on the wire, nowhere else.',
      { path: '^(server|miniapp)/src/' },
      { path: '^(server|miniapp)/', pathNot: '^$1/|node_modules' },
    ),

    forbid(
      'platform-knows-no-domain',
      'Platform would otherwise change with every feature.',
      { path: platform },
      { path: '^server/(src|demo)/', pathNot: platform },
    ),
    forbid(
      'foundations-look-down',
      'Who she is and where in the tree must not depend on what she does.',
      { path: foundations, pathNot: test },
      { path: '^server/src/', pathNot: [platform, foundations] },
    ),
    forbid(
      'services-look-down',
      'A service serves every feature: what it must tell them, they register with it.',
      { path: services },
      { path: '^server/src/', pathNot: notAFeature },
    ),
    forbid(
      'features-side-by-side',
      'A feature can be read, changed and removed without reading another one.',
      { path: '^server/src/([^/]+)/', pathNot: [...notAFeature, demonstration, onTickets] },
      { path: '^server/src/', pathNot: [...notAFeature, '^server/src/$1/'] },
    ),
    forbid(
      'tickets-know-nobody',
      'A need becomes a ticket, a slip goes out in the transaction of its ticket: they know tickets, no more.',
      { path: '^server/src/(visit|referral|mediation)/' },
      {
        path: '^server/src/',
        pathNot: [...notAFeature, '^server/src/$1/', '^server/src/case-ticket/'],
      },
    ),
    forbid(
      'front-door',
      'A module is entered by its index.ts, so that the rest of it is free to change.',
      { path: '^server/(src|demo)/([^/]+)', pathNot: composition },
      {
        path: '^server/src/[^/]+/',
        pathNot: ['^server/src/$2/', platform, '^server/src/[^/]+/index\\.ts$'],
      },
    ),
    forbid(
      'composition-is-the-top',
      'The files beside the modules put them together; no module knows them.',
      { path: '^server/src/', pathNot: [composition, test] },
      { path: composition },
    ),

    forbid(
      'phone-platform-stands-alone',
      'It stands between Taro and everything else: it imports shared and nothing of ours.',
      { path: '^miniapp/src/platform/' },
      { path: '^miniapp/src/', pathNot: '^miniapp/src/platform/' },
    ),
    forbid(
      'components-know-no-domain',
      'A button that knows a case ticket is not a button.',
      { path: '^miniapp/src/components/' },
      { path: '^miniapp/src/', pathNot: '^miniapp/src/(components|platform)/' },
    ),
    forbid(
      'features-know-no-page',
      'A feature is what several pages need: pages compose features.',
      { path: '^miniapp/src/features/' },
      { path: '^miniapp/src/', pathNot: '^miniapp/src/(features|components|platform)/' },
    ),
    forbid(
      'tab-pages-stay-small',
      'What the main package imports from a subpackage is downloaded by everybody.',
      { path: '^miniapp/src/pages/' },
      { path: `^miniapp/src/${subpackages}/` },
    ),
    forbid(
      'subpackages-apart',
      'WeChat loads subpackages one by one: what two of them need is a feature.',
      { path: `^miniapp/src/${subpackages}/` },
      { path: `^miniapp/src/(pages|women|committee|staff)/`, pathNot: '^miniapp/src/$1/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.swc)/' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: '.ci/resolve.cjs' },
    // Types first: an import of shared leads to its sources, built or not.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.js', '.cjs', '.mjs', '.json', '.scss'],
    },
  },
};
