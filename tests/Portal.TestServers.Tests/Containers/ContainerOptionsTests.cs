using Portal.TestServers.Containers;

namespace Portal.TestServers.Tests.Containers;

public sealed class ContainerOptionsTests
{
    [Theory]
    [InlineData("--containers servers.env", "servers.env", true)]
    [InlineData("--containers servers.env --without mongodb", "servers.env", false)]
    [InlineData("--containers --check", null, false)]
    public void What_is_asked_for_is_understood(string arguments, string? file, bool withMongo) =>
        Assert.Equal(new ContainerOptions(file, withMongo), ContainerOptions.Parse(arguments.Split(' ')));

    [Theory]
    [InlineData("--containers")]
    [InlineData("--containers --without")]
    [InlineData("--containers --without mongodb")]
    [InlineData("--containers servers.env --without")]
    [InlineData("--containers servers.env --without postgres")]
    [InlineData("--containers --check servers.env")]
    public void What_is_not_known_is_not_guessed(string arguments) =>
        Assert.Null(ContainerOptions.Parse(arguments.Split(' ')));

    [Theory]
    [InlineData("servers.env", false)]
    [InlineData("--containers servers.env", true)]
    public void Containers_are_taken_only_when_asked_for(string arguments, bool asked) =>
        Assert.Equal(asked, ContainerOptions.AreAskedFor(arguments.Split(' ')));
}
