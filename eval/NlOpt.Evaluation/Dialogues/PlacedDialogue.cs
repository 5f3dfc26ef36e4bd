using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>A recorded dialogue with the position of its problem in the joined data, which decides its fold.</summary>
internal sealed record PlacedDialogue(ProblemDialogue Dialogue, int Position)
{
    /// <summary>Finds the problem of each dialogue; or <c>dialogues.problem</c> for one about no problem of the data.</summary>
    public static Result<ImmutableArray<PlacedDialogue>> Place(ImmutableArray<Nl4OptProblem> problems, IEnumerable<ProblemDialogue> dialogues)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = 0; position < problems.Length; position++) positions.TryAdd(problems[position].Id, position);
        var placed = ImmutableArray.CreateBuilder<PlacedDialogue>();
        foreach (var dialogue in dialogues)
        {
            if (!positions.TryGetValue(dialogue.ProblemId, out var position))
            {
                return Result.Failure<ImmutableArray<PlacedDialogue>>(Diagnostic.Error(
                    "dialogues.problem", $"the dialogue {dialogue.Id} is about no problem of the data"));
            }

            placed.Add(new PlacedDialogue(dialogue, position));
        }

        return Result.Success(placed.ToImmutable());
    }
}
