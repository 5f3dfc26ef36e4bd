using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NlOpt.Modeling;
using NlOpt.Understanding.Training;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>A few labelled problems in our own words, enough to go every way through the training.</summary>
internal static partial class TinyProblems
{
    private static readonly (string One, string Many)[] Things =
    [
        ("kite", "kites"), ("oak stool", "oak stools"), ("glider", "gliders"), ("tin lamp", "tin lamps"), ("canoe", "canoes"), ("fur hat", "fur hats"),
        ("drum", "drums"), ("wool scarf", "wool scarves"),
    ];

    /// <summary>The problems.</summary>
    public static ImmutableArray<LabelledProblem> All { get; } =
    [
        .. from index in Enumerable.Range(0, Things.Length)
           from kind in Enumerable.Range(0, 3)
           select Make(kind, index, Things[index], Things[(index + 3) % Things.Length]),
    ];

    private static LabelledProblem Make(int kind, int index, (string One, string Many) left, (string One, string Many) right)
    {
        var (a, b, total, p, q, least) = (2 + index % 4, 3 + index % 5, 100 + 20 * index, 10 + index, 14 + 2 * index, 5 + index);
        var (text, sense, objective, constraints) = kind switch
        {
            0 => (
                $"A shop makes [VAR:{left.Many}] and [VAR:{right.Many}]. Each [VAR:{left.One}] takes [PARAM:{a}] hours of work and each [VAR:{right.One}] takes "
                + $"[PARAM:{b}] hours of work. There are [CONST_DIR:at most] [LIMIT:{total}] hours of work available. [CONST_DIR:At least] [LIMIT:{least}] [VAR:{left.Many}] "
                + $"must be made. The [OBJ_NAME:profit] is $[PARAM:{p}] per [VAR:{left.One}] and $[PARAM:{q}] per [VAR:{right.One}]. How many of each should be made to "
                + "[OBJ_DIR:maximize] the [OBJ_NAME:profit]?",
                ObjectiveSense.Maximize, Terms(p, q), Constraints(Linear(false, total, a, b), Bound(true, least))),
            1 => (
                $"A club buys [VAR:{left.Many}] and [VAR:{right.Many}]. A [VAR:{left.One}] [OBJ_NAME:costs] $[PARAM:{p}] and a [VAR:{right.One}] costs $[PARAM:{q}]. It needs "
                + $"[CONST_DIR:at least] [LIMIT:{total}] pieces in all, and [CONST_DIR:at most] [LIMIT:30%] can be [VAR:{left.Many}]. [CONST_DIR:Minimum] [LIMIT:{least}] "
                + $"[VAR:{left.Many}] are needed. [OBJ_DIR:Minimize] the total [OBJ_NAME:cost].",
                ObjectiveSense.Minimize, Terms(p, q),
                Constraints(
                    new(LabelledConstraintType.Sum, true, total, null, null, [], "at least"),
                    new(LabelledConstraintType.Ratio, false, 0.3, 0, null, [], "at most"),
                    Bound(true, least))),
            _ => (
                $"Goods travel by [VAR:{left.One}] or [VAR:{right.One}]. A [VAR:{left.One}] carries [PARAM:{a}] boxes and a [VAR:{right.One}] carries [PARAM:{b}] boxes. "
                + $"[CONST_DIR:At least] [LIMIT:{total}] boxes must be carried. There must be [CONST_DIR:at least] [PARAM:twice] as many [VAR:{left.Many}] as "
                + $"[VAR:{right.Many}]. The [VAR:{left.Many}] must [CONST_DIR:exceed] the [VAR:{right.Many}]. [OBJ_DIR:Minimize] the [OBJ_NAME:total number] of trips.",
                ObjectiveSense.Minimize, null,
                Constraints(
                    Linear(true, total, a, b),
                    new(LabelledConstraintType.Multiple, true, 2, 0, 1, [], "at least"),
                    new(LabelledConstraintType.Comparison, true, null, 0, 1, [], "exceed"))),
        };
        return Parse($"{kind}-{index}", text, [(left.One, 0), (left.Many, 0), (right.One, 1), (right.Many, 1)], sense, objective, constraints);
    }

    private static ImmutableArray<(int Variable, LabelledNumber Weight)>? Terms(double left, double right) => [(0, left), (1, right)];

    private static ImmutableArray<LabelledConstraint> Constraints(params ImmutableArray<LabelledConstraint> constraints) => constraints;

    private static LabelledConstraint Linear(bool isAtLeast, double limit, double left, double right) =>
        new(LabelledConstraintType.Linear, isAtLeast, limit, null, null, [(0, left), (1, right)], isAtLeast ? "at least" : "at most");

    private static LabelledConstraint Bound(bool isAtLeast, double limit) => new(LabelledConstraintType.Bound, isAtLeast, limit, 0, null, [], "at least");

    private static LabelledProblem Parse(
        string id, string marked, ImmutableArray<(string Name, int Column)> mentions, ObjectiveSense sense,
        ImmutableArray<(int Variable, LabelledNumber Weight)>? objective, ImmutableArray<LabelledConstraint> constraints)
    {
        var spans = ImmutableArray.CreateBuilder<LabelledSpan>();
        var text = new System.Text.StringBuilder();
        var position = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text.Append(CultureInfo.InvariantCulture, $"{marked[position..match.Index]}{match.Groups[2].Value}");
            spans.Add(new LabelledSpan(text.Length - match.Groups[2].Length, text.Length, match.Groups[1].Value));
            position = match.Index + match.Length;
        }

        text.Append(marked, position, marked.Length - position);
        return new LabelledProblem(id, text.ToString(), mentions, sense, objective, constraints, spans.ToImmutable());
    }

    [GeneratedRegex(@"\[([A-Z_]+):([^\]]+)\]")]
    private static partial Regex Mark();
}
