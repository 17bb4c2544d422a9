namespace Portal.SystemTests.Running;

/// <summary>Tests that share one running system, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalSystem>
{
    public const string Name = "The portal, one process of each service";
}
