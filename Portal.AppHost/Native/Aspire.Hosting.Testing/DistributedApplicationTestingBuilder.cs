using System.Reflection;
using Portal.AppHost.Native;

namespace Aspire.Hosting.Testing;

/// <summary>Builds systems for tests: data in a folder of their own that goes when they do, any free ports.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>An empty system.</summary>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) =>
        new TestingBuilder(new DistributedApplicationBuilder(TestingBuilder.WithTestSettings(args), Assembly.GetEntryAssembly()));

    /// <summary>The system that an app host describes, before it is built.</summary>
    /// <typeparam name="TEntryPoint">A type of the app host's assembly, such as <c>Projects.Portal_AppHost</c>.</typeparam>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <inheritdoc cref="CreateAsync{TEntryPoint}(CancellationToken)"/>
    /// <param name="args">Settings as the command line gives them: <c>--replicas=2</c>.</param>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class
    {
        var interception = new Interception(typeof(TEntryPoint).Assembly);
        var builder = await interception.RunEntryPointAsync(TestingBuilder.WithTestSettings(args)).WaitAsync(cancellationToken);
        return new TestingBuilder(builder, interception);
    }
}
