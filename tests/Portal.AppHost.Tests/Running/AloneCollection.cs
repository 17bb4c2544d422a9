namespace Portal.AppHost.Tests.Running;

/// <summary>Tests that look at every process below the test run, and so run while no other test starts any.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
