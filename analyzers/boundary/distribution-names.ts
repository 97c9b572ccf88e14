import { plainName } from '../map/package-edges.ts';

/** Modules that are called otherwise than the distributions that bring them, as these stand on PyPI. */
const BROUGHT_BY: Readonly<Record<string, readonly string[]>> = {
  attr: ['attrs'],
  bs4: ['beautifulsoup4'],
  Bio: ['biopython'],
  Crypto: ['pycryptodome', 'pycrypto'],
  Cryptodome: ['pycryptodomex'],
  cv2: ['opencv-python', 'opencv-python-headless', 'opencv-contrib-python', 'opencv-contrib-python-headless'],
  dateutil: ['python-dateutil'],
  discord: ['discord-py', 'py-cord'],
  docx: ['python-docx'],
  dotenv: ['python-dotenv'],
  faiss: ['faiss-cpu', 'faiss-gpu'],
  fitz: ['pymupdf'],
  flask_cors: ['flask-cors'],
  git: ['gitpython'],
  github: ['pygithub'],
  gi: ['pygobject'],
  grpc: ['grpcio'],
  grpc_status: ['grpcio-status'],
  grpc_tools: ['grpcio-tools'],
  IPython: ['ipython'],
  jose: ['python-jose'],
  jwt: ['pyjwt'],
  kafka: ['kafka-python', 'kafka-python-ng'],
  ldap: ['python-ldap'],
  llama_cpp: ['llama-cpp-python'],
  lz4: ['lz4'],
  magic: ['python-magic'],
  markdown_it: ['markdown-it-py'],
  mpl_toolkits: ['matplotlib'],
  multipart: ['python-multipart'],
  MySQLdb: ['mysqlclient'],
  nacl: ['pynacl'],
  OpenSSL: ['pyopenssl'],
  osgeo: ['gdal'],
  paho: ['paho-mqtt'],
  PIL: ['pillow'],
  pkg_resources: ['setuptools'],
  pptx: ['python-pptx'],
  psycopg2: ['psycopg2', 'psycopg2-binary'],
  pythoncom: ['pywin32'],
  pywintypes: ['pywin32'],
  _pytest: ['pytest'],
  rest_framework: ['djangorestframework'],
  serial: ['pyserial'],
  skimage: ['scikit-image'],
  sklearn: ['scikit-learn'],
  slugify: ['python-slugify'],
  snappy: ['python-snappy'],
  socks: ['pysocks'],
  telegram: ['python-telegram-bot'],
  umap: ['umap-learn'],
  usb: ['pyusb'],
  win32api: ['pywin32'],
  win32com: ['pywin32'],
  win32con: ['pywin32'],
  win32gui: ['pywin32'],
  wx: ['wxpython'],
  xdist: ['pytest-xdist'],
  yaml: ['pyyaml'],
  zmq: ['pyzmq'],
};

/** Top modules that many distributions share: which of them brings what is not told by the first name. */
const SHARED =
  /^(?:azure|google|jaraco|opentelemetry|ruamel|zope|backports|sphinxcontrib|flask_ext|airflow|dagster|llama_index|nvidia|plone|repoze|paste|zc)$/;

/** The distribution to name where a module is not declared. */
export const distributionOf = (module: string): string => BROUGHT_BY[module]?.[0] ?? module;

/**
 * Whether a declared distribution may bring a module: by its own name, a name known for it, with what builds and bindings add to a name, or
 * one of a shared namespace. What distributions really hold is written in none of the files that are read.
 * @param module the first name of an import; @param declared names as `plainName` gives them
 */
export function mayBring(module: string, declared: ReadonlySet<string>): boolean {
  const name = plainName(module);
  const known = [name, ...(BROUGHT_BY[module] ?? [])];
  if (known.some((one) => declared.has(one))) return true;
  if (SHARED.test(module)) return [...declared].some((one) => one.startsWith(`${name}-`)) || isOwnBrand(name, declared);
  return [...declared].some((one) => bare(one) === bare(name));
}

/** `protobuf` brings google.protobuf. */
const isOwnBrand = (name: string, declared: ReadonlySet<string>): boolean =>
  name === 'google' && (declared.has('protobuf') || declared.has('googleapis-common-protos'));

/** A name without what says only for which language or machine it is: `python-x`, `pyx`, `x-py`, `x-cpu`, `x-binary`. */
const bare = (name: string): string =>
  name
    .replace(/^(?:python3?|py)-?(?=[a-z]{3})/, '')
    .replace(/-(?:python3?|py|py3|cpu|gpu|binary|bin|headless|nightly|lts|core)$/, '')
    .replaceAll('-', '');
