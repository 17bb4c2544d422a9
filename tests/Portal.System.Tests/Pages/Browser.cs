using Portal.Testing.Browsing;

// One browser walks all the pages of the running system.
[assembly: AssemblyFixture(typeof(Chromium))]
