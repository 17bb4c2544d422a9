using Portal.Certificates;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddCertificateServices();

var app = builder.Build();
app.UseServiceDefaults();
app.MapCertificateApi();
await app.RunAsync();
