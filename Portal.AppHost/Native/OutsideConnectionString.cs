using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Portal.AppHost.Native;

/// <summary>A connection string that the settings give.</summary>
internal sealed class OutsideConnectionString(string name, string? environmentVariable, IConfiguration configuration)
    : Resource(name), IResourceWithConnectionString
{
    public string? ConnectionStringEnvironmentVariable { get; } = environmentVariable;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Value}");

    private string Value => configuration.GetConnectionString(Name) is { Length: > 0 } value
        ? value
        : throw new DistributedApplicationException($"The connection string '{Name}' is missing; set ConnectionStrings__{Name}.");
}
