export default class Four {}
