using Portal.Testing;

[assembly: AssemblyFixture(typeof(Servers))]
