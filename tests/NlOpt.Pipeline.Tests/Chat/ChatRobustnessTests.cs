using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;

namespace NlOpt.Pipeline.Tests.Chat;

/// <summary>Whatever is typed, a conversation goes on to its end.</summary>
public sealed class ChatRobustnessTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        .. ChatRun.Furniture, "yes", "/help", "/show", "/model", "/solve", "/why", "/whatif chairs <= 3", "/whatif rule 1: 7", "/whatif x", "/undo", "/", "/load", "/frob",
        "/export lp", "nothing", "42", "?", "\u001b[2J", "\0", "½ of ½", "no", "that is wrong", "chairs", "at most", "-5 chairs", "1e300 tables", "drop that", "'\"\\",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 15)]
    public Property No_lines_break_it() => Prop.ForAll(
        Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Select(text => (text ?? "").Replace('\n', ' ')))
            .ListOf(8).ToArbitrary(),
        lines =>
        {
            var run = ChatRun.Of(_folder.Path, lines.Where(line => !line.TrimStart().StartsWith("/save", StringComparison.Ordinal)));
            run.ExitCode.Should().BeOneOf([0, 1], string.Join('|', lines) + run.Error);
            (run.Output + run.Error).Should().NotContain("Exception").And.NotContain("\u001b").And.NotContain("defect");
        });

    [Theory]
    [InlineData("nothing")]
    [InlineData("random")]
    [InlineData("zeros")]
    [InlineData("endless")]
    public void Input_that_is_no_text_ends_civilly(string what)
    {
        var bytes = what switch
        {
            "random" => RandomBytes(),
            "zeros" => new byte[100_000],
            "endless" => Encoding.UTF8.GetBytes(new string('a', 1 << 20)),
            _ => [],
        };
        var run = ChatRun.OfBytes(_folder.Path, bytes);
        run.ExitCode.Should().Be(1);
        (run.Output + run.Error).Should().NotContain("Exception").And.NotContain("\u001b");
        Directory.GetFiles(_folder.Path).Should().BeEmpty("nothing was said");
    }

    private static byte[] RandomBytes()
    {
        var bytes = new byte[20_000];
        new Random(5).NextBytes(bytes);
        // No line of it is text.
        for (var i = 0; i < bytes.Length; i += 7) bytes[i] = 0;
        return [.. bytes.Where(value => value != (byte)'\n')];
    }
}
