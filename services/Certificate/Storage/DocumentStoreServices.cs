using MongoDB.Driver;
using Portal.Certificates.Storage.Mongo;

namespace Portal.Certificates.Storage;

/// <summary>Which store certificates' documents go to, for as long as the process lives.</summary>
internal static class DocumentStoreServices
{
    /// <summary>MongoDB where <c>ConnectionStrings__documents</c> names one, else the service's own database.</summary>
    /// <exception cref="InvalidOperationException">The connection string is none of MongoDB's.</exception>
    public static void AddDocumentStore(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString(MongoConnection.Name) is { Length: > 0 } given)
        {
            var connection = MongoConnection.Parse(given);
            builder.Services.AddSingleton<IMongoClient>(_ => new MongoClient(connection.Settings));
            builder.Services.AddSingleton(
                services => connection.CollectionOf(services.GetRequiredService<IMongoClient>()));
            builder.Services.AddHostedService<MongoStarter>();
            builder.Services.AddHealthChecks().AddCheck<MongoHealthCheck>(MongoConnection.Name);
            builder.Services.AddScoped<DatabaseDocumentStore>();
            builder.Services.AddScoped<IDocumentStore, MongoDocumentStore>();
            return;
        }

        builder.Services.AddScoped<IDocumentStore, DatabaseDocumentStore>();
    }
}
