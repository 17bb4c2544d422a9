using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Portal.ServiceDefaults.Agencies;
using Portal.Testing.Messages;
using Portal.Testing.Tokens;

namespace Portal.Testing.Services;

/// <summary>
/// A whole service inside the test's own process, in as many replicas as are started. A test project derives its
/// service from it and adds the stand-ins and callers that it needs.
/// </summary>
/// <typeparam name="TProgram">The service's program.</typeparam>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="surroundings">What the replicas share; it ends with the service.</param>
public abstract class ServiceUnderTest<TProgram, TDb>(Surroundings surroundings) : IAsyncDisposable
    where TProgram : class
    where TDb : notnull
{
    private readonly List<ServiceReplica> _replicas = [];

    public RecordingBus Bus => surroundings.Bus;

    /// <summary>Connection string of the virtual host.</summary>
    public string Broker => surroundings.Broker;

    /// <summary>Connection string of the database.</summary>
    public string Database => surroundings.Database;

    /// <summary>Settings of the replicas that start from now on.</summary>
    public Dictionary<string, string?> Settings => surroundings.Settings;

    /// <summary>What the replica is made of that was started first.</summary>
    public IServiceProvider Services => _replicas[0].Services;

    /// <summary>The replica that was started first.</summary>
    public TestServer Server => _replicas[0].Server;

    protected TestIssuer Issuer => surroundings.Issuer;

    /// <summary>Starts a replica.</summary>
    public WebApplicationFactory<TProgram> Start() => Start(_ => { });

    /// <summary>Starts a replica that differs from the others.</summary>
    /// <param name="configure">Says in what.</param>
    public WebApplicationFactory<TProgram> Start(Action<IWebHostBuilder> configure)
    {
        var replica = new ServiceReplica(builder =>
        {
            foreach (var (key, value) in Settings)
            {
                builder.UseSetting(key, value);
            }

            Configure(builder);
            configure(builder);
        });
        _replicas.Add(replica);
        _ = replica.Server;
        return replica;
    }

    /// <summary>Who brings no token, at the replica that was started first.</summary>
    public HttpClient CreateClient() => _replicas[0].CreateClient();

    /// <summary>Who brings a token, at the replica that was started first.</summary>
    public HttpClient With(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Reads the service's database, unbounded.</summary>
    public async Task<T> ReadAsync<T>(Func<TDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Ends the replicas, and what they share.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await surroundings.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds to every replica what is no setting.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    /// <summary>Starts the first replica of a service, and ends the service where that fails.</summary>
    /// <returns>The service.</returns>
    protected static async Task<TService> StartedAsync<TService>(TService service)
        where TService : ServiceUnderTest<TProgram, TDb>
    {
        try
        {
            service.Start();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    private sealed class ServiceReplica(Action<IWebHostBuilder> configure) : WebApplicationFactory<TProgram>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => configure(builder);
    }
}
