using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native;

namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    /// <summary>A value of the setting <c>Parameters:{name}</c>, or the given one.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, _ => builder.Configured(name) ?? value, secret));

    /// <summary>
    /// A value of the setting <c>Parameters:{name}</c>, or a default, which with <paramref name="persist"/> stays the same
    /// from run to run.
    /// </summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.AddResource(Defaulted(builder, name, value, secret, persist));

    /// <summary>The setting <c>ConnectionStrings:{name}</c>, given from outside.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null) =>
        builder.AddResource(new OutsideConnectionString(name, environmentVariableName, builder.Configuration));

    /// <summary>A password of letters and digits that stays the same from run to run.</summary>
    internal static ParameterResource CreatePassword(IDistributedApplicationBuilder builder, string name) =>
        Defaulted(builder, name, new GenerateParameterDefault { Special = false }, secret: true, persist: true);

    private static ParameterResource Defaulted(
        IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret, bool persist)
    {
        var kept = persist ? builder.DataFolder().Parameters : null;
        return new ParameterResource(name, Find, secret) { Default = value };

        string Find(ParameterDefault? fallback) => builder.Configured(name)
            ?? kept?.GetOrAdd(name, fallback!.GetDefaultValue)
            ?? fallback!.GetDefaultValue();
    }

    private static string? Configured(this IDistributedApplicationBuilder builder, string name) =>
        builder.Configuration[$"Parameters:{name}"];

    private static DataFolder DataFolder(this IDistributedApplicationBuilder builder) =>
        (DataFolder)builder.Services.Single(service => service.ServiceType == typeof(DataFolder)).ImplementationInstance!;
}
