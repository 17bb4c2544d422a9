using Portal.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Servers))]
