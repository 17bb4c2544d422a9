namespace Portal.SystemTests.Running;

/// <summary>Tests that walk the pages of one running system, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<PortalWithGoogle>
{
    public const string Name = "The portal with Google and text messages";
}
