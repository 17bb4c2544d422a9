using Portal.AppHost.Tests.Hosting;
using Portal.Testing;

[assembly: AssemblyFixture(typeof(Servers))]
[assembly: AssemblyFixture(typeof(DescribedFolders))]
