using System.Text;
using FluentAssertions;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>Whatever is given, the command ends with a clear message and a documented exit code, and never with a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What is in the file, and the code of the complaint.</summary>
    public static TheoryData<string, string> UselessFiles => new()
    {
        { "nothing", "input.empty" },
        { "blanks", "input.empty" },
        { "only a byte order mark", "input.empty" },
        { "binary data", "input.binary" },
        { "Latin 1", "input.encoding" },
        { "UTF-16", "input.encoding" },
        { "ten megabytes", "input.too-long" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(UselessFiles))]
    public void A_file_that_is_no_text_is_refused(string what, string code)
    {
        var run = CommandRun.Of("solve", _folder.File("problem.txt", Content(what)));
        run.ExitCode.Should().Be(3, what);
        run.Error.Should().Contain(code).And.Contain("problem.txt");
        run.Output.Should().BeEmpty();
        ShouldBeCivil(run);
    }

    [Theory]
    [MemberData(nameof(UselessFiles))]
    public void Standard_input_is_treated_alike(string what, string code)
    {
        var run = CommandRun.With(CommandRun.Real, Content(what), ["solve", "-"], color: false, CancellationToken.None);
        run.ExitCode.Should().Be(3, what);
        run.Error.Should().Contain(code).And.Contain("standard input");
        ShouldBeCivil(run);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var run = CommandRun.Of("solve", Path.Combine(_folder.Path, "nowhere.txt"));
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("input.missing").And.Contain("nowhere.txt");
        ShouldBeCivil(run);
    }

    [Fact]
    public void A_directory_is_no_problem()
    {
        var run = CommandRun.Of("solve", _folder.Path);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("input.directory");
        ShouldBeCivil(run);
    }

    [Fact]
    public void A_path_cannot_steer_the_terminal()
    {
        var run = CommandRun.Of("solve", Path.Combine(_folder.Path, "\u001b[2Jgone.txt"));
        run.ExitCode.Should().Be(3);
        run.Error.Should().NotContain("\u001b").And.Contain("␛[2Jgone.txt");
    }

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("solve")]
    [InlineData("solve", "a.txt", "b.txt")]
    [InlineData("solve", "a.txt", "--model", "docx")]
    [InlineData("solve", "a.txt", "--time-limit", "soon")]
    [InlineData("solve", "a.txt", "--time-limit", "-3")]
    [InlineData("solve", "a.txt", "--integer", "--continuous")]
    [InlineData("solve", "a.txt", "--frob")]
    public void A_senseless_command_line_is_a_usage_error(params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--help");
        ShouldBeCivil(run);
    }

    private static byte[] Content(string what) => what switch
    {
        "nothing" => [],
        "blanks" => " \n\t\n"u8.ToArray(),
        "only a byte order mark" => [0xEF, 0xBB, 0xBF],
        "binary data" => [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3],
        "Latin 1" => Encoding.Latin1.GetBytes("Ein Bäcker hat 20 Stunden."),
        "UTF-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("A baker has 20 hours.")],
        "ten megabytes" => Encoding.UTF8.GetBytes(new string('a', 10 << 20)),
        _ => throw new ArgumentException($"There is no content '{what}'.", nameof(what)),
    };

    private static void ShouldBeCivil(CommandRun run)
    {
        (run.Output + run.Error).Should().NotContain("   at ").And.NotContain("Exception");
        run.Error.Split('\n').Should().HaveCountLessThan(8);
    }
}
