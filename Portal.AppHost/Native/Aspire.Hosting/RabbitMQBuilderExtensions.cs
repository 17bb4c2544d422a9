using Aspire.Hosting.ApplicationModel;
using Portal.AppHost.Native.Servers;

namespace Aspire.Hosting;

public static class RabbitMQBuilderExtensions
{
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        var secret = password?.Resource ?? ParameterResourceBuilderExtensions.CreatePassword(builder, $"{name}-password");
        return builder.AddResource(new RabbitMQServerResource(name, userName?.Resource, secret))
            .WithEndpoint(port, name: "tcp", scheme: "tcp");
    }

    /// <summary>Offers the management API beside the broker.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) =>
        builder.WithHttpEndpoint(name: "management");

    /// <summary>Keeps the broker's data from run to run.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithAnnotation(new KeptDataAnnotation(name ?? builder.Resource.Name), ResourceAnnotationMutationBehavior.Replace);
}
