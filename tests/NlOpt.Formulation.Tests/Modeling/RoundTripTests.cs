using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

public class RoundTripTests
{
    public static TheoryData<string> Formats => [.. ModelFormat.All.Select(format => format.Name)];

    [Property(MaxTest = 200)]
    public void What_is_written_reads_back_as_the_same_model(int seed)
    {
        var model = RandomModels.Any(seed);
        foreach (var format in ModelFormat.All)
        {
            var text = format.Write(model);
            var read = format.Read(text);
            read.IsSuccess.Should().BeTrue("{0}\n{1}", string.Join("\n", read.Diagnostics), text);
            read.Diagnostics.Should().BeEmpty("what is written here needs no warnings");
            read.Value.Equals(model).Should().BeTrue("{0}\n{1}\n{2}", text, ModelFormat.Json.Write(model), ModelFormat.Json.Write(read.Value));
        }
    }

    [Property(MaxTest = 200)]
    public void Writing_again_gives_the_same_text(int seed)
    {
        var model = RandomModels.Any(seed);
        foreach (var format in ModelFormat.All) format.Write(format.Read(format.Write(model)).Value).Should().Be(format.Write(model));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_empty_model_survives(string name)
    {
        var model = new ModelBuilder().Build();
        var format = ModelFormat.All.Single(format => format.Name == name);
        format.Read(format.Write(model)).Value.Should().Be(model);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Windows_line_ends_and_a_byte_order_mark_do_no_harm(string name)
    {
        var format = ModelFormat.All.Single(format => format.Name == name);
        foreach (var model in new[] { Samples.Bakery, RandomModels.Any(7), RandomModels.Any(8) })
        {
            var text = '\uFEFF' + format.Write(model).Replace("\n", "\r\n", StringComparison.Ordinal);
            format.Read(text).Value.Should().Be(model);
            format.Read(System.Text.Encoding.UTF8.GetBytes(text)).Value.Should().Be(model);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_large_model_takes_no_more_than_seconds(string name)
    {
        var model = Samples.Large(rows: 2000, columns: 3000, entriesARow: 20);
        var format = ModelFormat.All.Single(format => format.Name == name);
        format.Read(format.Write(model)).Value.Should().Be(model);
    }

    [Fact]
    public void A_file_is_written_and_read_by_its_extension()
    {
        var folder = Directory.CreateTempSubdirectory("nlopt-model-");
        try
        {
            foreach (var format in ModelFormat.All)
            {
                var path = Path.Combine(folder.FullName, "plan." + format.Name.ToUpperInvariant());
                ModelFile.Write(path, Samples.Bakery).IsSuccess.Should().BeTrue();
                ModelFile.Write(path, Samples.Bakery).IsSuccess.Should().BeTrue("an existing file is replaced");
                File.ReadAllText(path).Should().Be(format.Write(Samples.Bakery));
                ModelFile.Read(path).Value.Should().Be(Samples.Bakery);
            }

            folder.GetFiles().Should().HaveCount(3, "nothing unfinished is left behind");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Files_that_cannot_be_had_are_reported()
    {
        ModelFile.Read("plan.xls").Diagnostics.Single().Code.Should().Be("file.extension");
        ModelFile.Read("/nowhere/plan.lp").Diagnostics.Single().Code.Should().Be("file.missing");
        ModelFile.Read("bad\0name.lp").Diagnostics.Single().Code.Should().Be("file.unreadable");
        ModelFile.Write("/nowhere/plan.lp", Samples.Bakery).Diagnostics.Single().Code.Should().Be("file.unwritable");
        ModelFile.Write("plan", Samples.Bakery).Diagnostics.Single().Code.Should().Be("file.extension");
    }
}
