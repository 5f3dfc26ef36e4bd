using FluentAssertions;
using NlOpt.Cli;
using NlOpt.Cli.Configuration;
using NlOpt.Cli.LanguageModels;
using NlOpt.LanguageModels.Failures;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>nlopt config, what it refuses, and the settings that come of it.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];

    private string File => Path.Combine(_folder.Path, "nlopt", "config.json");

    private Engines Engines => CommandRun.Real with { SettingsPath = File, Variable = name => _variables.GetValueOrDefault(name) };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Settings_are_set_shown_and_left_out_again()
    {
        Run("config", "set", "model.name", "llama3").ExitCode.Should().Be(0);
        Run("config", "set", "model.address", "http://localhost:11434/v1").ExitCode.Should().Be(0);
        Run("config", "get", "model.name").Output.Should().Be("llama3\n");
        Run("config", "unset", "model.name").ExitCode.Should().Be(0);
        Run("config", "get", "model.name").ExitCode.Should().Be(1);
        var list = Run("config", "list", "--json");
        list.Output.Should().Contain("http://localhost:11434/v1").And.Contain("NLOPT_MODEL_ADDRESS");
        System.IO.File.ReadAllText(File).Should().Be("{\n  \"model.address\": \"http://localhost:11434/v1\"\n}\n");
        if (!OperatingSystem.IsWindows()) System.IO.File.GetUnixFileMode(File).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void The_environment_wins()
    {
        Run("config", "set", "model.name", "llama3").ExitCode.Should().Be(0);
        _variables["NLOPT_MODEL_NAME"] = "mistral";
        Run("config", "get", "model.name").Output.Should().Be("mistral\n");
        _variables["NLOPT_MODEL_ATTEMPTS"] = "many";
        var run = Run("config", "list");
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("config.value").And.Contain("NLOPT_MODEL_ATTEMPTS");
    }

    [Fact]
    public void The_list_of_settings_reads_well()
    {
        _variables["NLOPT_MODEL_NAME"] = "mistral";
        GoldenScreen.ShouldMatch(Run("config", "list").Output, "config-list");
    }

    [Theory]
    [InlineData("model.key-variable", "sk-abcdefghijklmnop")]
    [InlineData("model.address", "https://user:sk-secret@example.org")]
    [InlineData("model.address", "https://example.org?key=sk-secret")]
    [InlineData("model.address", "file:///etc/passwd")]
    [InlineData("model.provider", "sk-secret")]
    [InlineData("model.name", "a b")]
    [InlineData("model.timeout", "-1")]
    [InlineData("model.attempts", "0")]
    [InlineData("model.budget-tokens", "1e9")]
    [InlineData("model.trace-texts", "maybe")]
    public void Values_that_make_no_sense_are_refused_and_not_repeated(string key, string value)
    {
        var run = Run("config", "set", key, value);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("config.value").And.NotContain("sk-");
        System.IO.File.Exists(File).Should().BeFalse();
    }

    [Theory]
    [InlineData("config")]
    [InlineData("config", "set", "model.nothing", "x")]
    [InlineData("config", "get", "model.nothing")]
    [InlineData("config", "set", "model.name")]
    public void Senseless_command_lines_are_usage_errors(params string[] arguments) => Run(arguments).ExitCode.Should().Be(2);

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("{\"model.name\": 7}")]
    [InlineData("{\"model.name\": \"a\", \"model.name\": \"b\"}")]
    [InlineData("{\"model.unknown\": \"a\"}")]
    public void A_damaged_file_is_told_and_left_as_it_is(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);
        foreach (var arguments in new[] { new[] { "config", "list" }, ["config", "set", "model.name", "x"] })
        {
            var run = Run(arguments);
            run.ExitCode.Should().Be(3);
            run.Error.Should().Contain("[config.").And.Contain("config.json").And.NotContain("Exception");
        }

        System.IO.File.ReadAllText(File).Should().Be(content);
    }

    [Fact]
    public void Places_follow_the_rules_of_the_desktop()
    {
        SettingsFile.PathOf("/somewhere", "/home/ada").Should().Be("/somewhere/nlopt/config.json");
        SettingsFile.PathOf("relative", "/home/ada").Should().Be("/home/ada/.config/nlopt/config.json");
        SettingsFile.PathOf(null, "").Should().BeNull();
        CommandRun.With(Engines with { SettingsPath = null }, "", "config", "set", "model.name", "x").Error.Should().Contain("config.place");
    }

    [Fact]
    public void Nothing_configured_is_told()
    {
        Code([]).Should().Be(FailureCode.None);
        Code([("model.provider", "anthropic")]).Should().Be(FailureCode.Settings);
    }

    [Fact]
    public void Keys_go_to_their_own_server_only()
    {
        (string, string) name = ("model.name", "m"), key = ("OPENAI_API_KEY", Models.Key), other = ("ANTHROPIC_API_KEY", "sk-other-000000000");
        Settings(name, key).Key!.Reveal().Should().Be(Models.Key);
        Settings(name, key, other, ("model.provider", "anthropic")).Key!.Reveal().Should().Be("sk-other-000000000");
        Settings(name, key, ("model.address", "http://localhost:11434/v1")).Key.Should().BeNull("no key was named for this server");
        Settings(name, key, ("model.address", "https://example.org/v1"), ("model.key-variable", "OPENAI_API_KEY")).Key.Should().NotBeNull();
        Code([name, key, ("model.address", "http://example.org/v1"), ("model.key-variable", "OPENAI_API_KEY")]).Should().Be(FailureCode.Settings, "unprotected");
        Code([name]).Should().Be(FailureCode.Settings, "there is no key");
        Code([name, ("OPENAI_API_KEY", "sk bad\nkey")]).Should().Be(FailureCode.Settings);
        Settings(name, key).ToString().Should().NotContain(Models.Key);
    }

    [Fact]
    public void A_model_can_be_asked_for_by_name()
    {
        ModelSettings.Of(Models.Values(("OPENAI_API_KEY", Models.Key)), "other").Value.Name.Should().Be("other");
        ModelSettings.Of(Models.Values(("OPENAI_API_KEY", Models.Key)), "a b").Diagnostics[0].Code.Should().Be(FailureCode.Settings);
    }

    private static ModelSettings Settings(params (string, string)[] settings) => ModelSettings.Of(Models.Values(settings), null).Value;

    private static string Code((string, string)[] settings) => ModelSettings.Of(Models.Values(settings), null).Diagnostics[0].Code;

    private CommandRun Run(params string[] arguments) => CommandRun.With(Engines, "", arguments);
}
