using Aspire.Hosting.ApplicationModel;

namespace Portal.LocalHosting.Servers;

/// <summary>A database of <see cref="LocalPostgresResource"/>, created as soon as its server is ready.</summary>
public sealed class LocalPostgresDatabaseResource(string name, LocalPostgresResource server)
    : Resource(name), IResourceWithParent<LocalPostgresResource>, IResourceWithConnectionString
{
    public LocalPostgresResource Parent => server;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent};Database={Name}");
}
