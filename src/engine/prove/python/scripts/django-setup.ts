/** Python: what a Django project needs before anything of it can be imported; needs `asked`, whose `settings` are null for other projects, and os. */
export const DJANGO_SETUP = `def set_up():
    if asked.get("settings"):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", asked["settings"])
        import django
        django.setup()
`;
