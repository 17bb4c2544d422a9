using MongoDB.Driver;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Storage.Mongo;
using Portal.Testing;

namespace Portal.Certificate.Tests.Storage.Mongo;

/// <summary>How MongoDB is reached, as far as it can be told without a server.</summary>
public sealed class MongoConnectionTests(Servers servers)
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=5432;Username=postgres;Password=s3cret-word")]
    [InlineData("mongodb://user:s3cret-word@host:port/documents")]
    [InlineData("mongodb://user:s3cret-word@with/slash@host/documents")]
    [InlineData("http://user:s3cret-word@host/documents")]
    [InlineData("mongodb://")]
    public void What_is_no_address_of_MongoDB_is_refused_with_what_to_write_and_without_its_password(string given)
    {
        var problem = Assert.Throws<InvalidOperationException>(() => MongoConnection.Parse(given));

        Assert.Contains(
            "ConnectionStrings__documents is not an address of MongoDB; write mongodb://",
            problem.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-word", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_with_a_wrong_address_does_not_start()
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => CertificateService.StartAsync(
            servers, TestContext.Current.CancellationToken, documents: "Host=127.0.0.1;Database=documents"));

        Assert.Contains(
            "ConnectionStrings__documents is not an address of MongoDB", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mongodb://localhost", "documents")]
    [InlineData("mongodb://user:word@localhost:27018/?authSource=admin", "documents")]
    [InlineData("mongodb://user:word@localhost:27018/agency?authSource=admin", "agency")]
    public void The_database_is_the_one_that_is_named(string given, string database) =>
        Assert.Equal(database, MongoConnection.Parse(given).Database);

    [Theory]
    [InlineData("mongodb://localhost", 5)]
    [InlineData("mongodb://localhost/?serverSelectionTimeoutMS=12000", 12)]
    public void A_server_is_looked_for_as_long_as_is_said_and_else_for_five_seconds(string given, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), MongoConnection.Parse(given).Settings.ServerSelectionTimeout);

    [Fact]
    public void What_is_written_is_on_disk_at_most_members_and_read_from_the_one_that_took_it_whatever_is_said()
    {
        var connection = MongoConnection.Parse("mongodb://localhost/?w=1&journal=false&readPreference=secondary");
        using var client = new MongoClient(connection.Settings);

        var settings = connection.CollectionOf(client).Settings;

        Assert.Equal(WriteConcern.WMajority.With(journal: true), settings.WriteConcern);
        Assert.Equal(ReadPreference.Primary, settings.ReadPreference);
    }
}
