using Xunit;
using Portal.Testing;

[assembly: AssemblyFixture(typeof(Servers))]
