using FluentAssertions;
using NlOpt.Datasets.Dialogues;
using Xunit;

namespace NlOpt.Datasets.Tests;

public sealed class DialogueLoaderTests : IDisposable
{
    private const string Dialogue = """
        {
          "dialog_messages": [{"role": "agent", "message": "What do you sell?"}, {"role": "client", "message": "Tea and milk."}],
          "validation": {
            "Rouge-1: Precision": 0.4, "Rouge-1: Recall": 0.6, "Rouge-1: F1": 0.48, "Rouge-2: Precision": 0.1, "Rouge-2: Recall": 0.2, "Rouge-2: F1": 0.13,
            "Rouge-L: Precision": 0.3, "Rouge-L: Recall": 0.5, "Rouge-L: F1": 0.375, "GPT-4: Recall": 5, "GPT-4: Precision": 4,
            "Human Eval": {
              "Human 0: Recall": 5.0, "Human 0: Precision": 4.0, "Human 0: Repetition": 5.0, "Human 0: Readability": 3.0,
              "Human 1: Recall": 3.0, "Human 1: Precision": 2.0, "Human 1: Repetition": 4.0, "Human 1: Readability": 5.0
            }
          },
          "problem_statement": "A shop sells tea and milk.", "summary": "- You sell tea and milk.", "original_id": "-17"
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("nlopt").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_dialogue_is_read_whole()
    {
        var dialogue = Load(Dialogue).Value;

        dialogue.Id.Should().Be("dev/problem_1_dialog_0");
        dialogue.ProblemId.Should().Be("-17");
        dialogue.Messages.Should().Equal(new DialogueMessage(DialogueRole.Agent, "What do you sell?"), new DialogueMessage(DialogueRole.Client, "Tea and milk."));
        dialogue.Statement.Should().Be("A shop sells tea and milk.");
        dialogue.Summary.Should().Be("- You sell tea and milk.");
        dialogue.Rating.Should().Be(new DialogueRating(5, 4));
        dialogue.Rating!.Value.IsBest.Should().BeFalse();
        dialogue.HumanRatings.Should().Equal(new HumanRating(5, 4, 5, 3), new HumanRating(3, 2, 4, 5));
        dialogue.Rouge.Should().Be(new RecordedRouge(new(0.4, 0.6, 0.48), new(0.1, 0.2, 0.13), new(0.3, 0.5, 0.375)));
    }

    [Fact]
    public void Summary_and_rating_may_be_absent()
    {
        var dialogue = Load("""{"dialog_messages": [], "validation": null, "problem_statement": "x", "summary": null, "original_id": "1"}""").Value;
        dialogue.Summary.Should().BeNull();
        dialogue.Rating.Should().BeNull();
        dialogue.HumanRatings.Should().BeEmpty();
        dialogue.Rouge.Should().BeNull();
    }

    [Theory]
    [InlineData("\"GPT-4: Recall\": 4.5, \"GPT-4: Precision\": 4", "data.shape")]
    [InlineData("\"Rouge-1: F1\": 0.5, \"Human Eval\": [1]", null)]
    public void MarksAreWholeAndWhatIsIncompleteIsAbsent(string validation, string? code)
    {
        var loaded = Load($$"""{"dialog_messages": [], "validation": { {{validation}} }, "problem_statement": "x", "summary": null, "original_id": "1"}""");
        loaded.Diagnostics.Select(diagnostic => diagnostic.Code).FirstOrDefault().Should().Be(code);
        if (code is null) (loaded.Value.Rouge, loaded.Value.HumanRatings.Length).Should().Be((null, 0));
    }

    [Theory]
    [InlineData("", "data.json")]
    [InlineData("[1]", "data.shape")]
    [InlineData("{}", "data.shape")]
    [InlineData("""{"dialog_messages": [{"role": "ghost", "message": "boo"}], "problem_statement": "x", "summary": null, "original_id": "1"}""", "data.shape")]
    [InlineData("""{"dialog_messages": [], "problem_statement": null, "summary": null, "original_id": "1"}""", "data.shape")]
    public void What_is_no_dialogue_is_refused(string json, string code) => Load(json).Diagnostics[0].Code.Should().Be(code);

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        DialogueLoader.LoadFile(Path.Combine(_folder, "nowhere.json")).Diagnostics[0].Code.Should().Be("data.unreadable");

    [Fact]
    public void A_folder_without_dialogues_is_refused()
    {
        var data = DataFolder.Find(_folder, _folder).Value;
        DialogueLoader.Load(data).Diagnostics[0].Code.Should().Be("data.not-found");
    }

    [RealDataFact]
    public void The_published_dialogues_are_all_about_problems_of_the_data()
    {
        var data = RealDataFactAttribute.Found.Value;
        var dialogues = DialogueLoader.Load(data).Value;
        var ids = Nl4OptLoader.SplitNames.SelectMany(name => Nl4OptLoader.LoadSplit(data, name).Value.Problems).Select(problem => problem.Id).ToHashSet();

        dialogues.Should().HaveCount(476);
        dialogues.Count(dialogue => dialogue.Summary is not null).Should().Be(464);
        dialogues.Count(dialogue => dialogue is { Summary: not null, Rating.IsBest: true }).Should().Be(271);
        dialogues.Should().OnlyContain(dialogue => ids.Contains(dialogue.ProblemId));
        dialogues.Where(dialogue => !dialogue.HumanRatings.IsEmpty).Should().HaveCount(28).And.OnlyContain(dialogue => dialogue.HumanRatings.Length == 4);
        dialogues.Count(dialogue => dialogue.Rouge is not null).Should().Be(464);
    }

    private NlOpt.Modeling.Result<ProblemDialogue> Load(string json)
    {
        var file = Path.Combine(_folder, "dev", "problem_1_dialog_0.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, json);
        return DialogueLoader.LoadFile(file);
    }
}
