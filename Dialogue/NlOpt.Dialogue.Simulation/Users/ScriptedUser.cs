using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Simulation.Users;

/// <summary>
/// Plays the owner of a hidden problem faithfully: answers what was asked in the phrases of a bank, with facts of the problem only, and compares
/// summaries with the problem.
/// </summary>
public sealed class ScriptedUser : ISimulatedUser
{
    private readonly HiddenProblem _problem;
    private readonly FactWords _words;
    private readonly HashSet<int> _told = [];

    /// <summary>A user.</summary>
    /// <param name="problem">What it knows.</param>
    /// <param name="seed">Chooses the phrases; the same seed says the same.</param>
    public ScriptedUser(HiddenProblem problem, int seed)
    {
        _problem = problem ?? throw new ArgumentNullException(nameof(problem));
        _words = new FactWords(problem, PhraseBank.Default, new Random(seed));
    }

    /// <inheritdoc/>
    public string Answer(Transcript transcript, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (transcript.Last is not { Speaker: Speaker.Agent } turn) throw new ArgumentException("The last turn must be the agent's.", nameof(transcript));
        cancellationToken.ThrowIfCancellationRequested();
        return turn.Kind == TurnKind.Summary ? Judge(turn) : AnswerQuestion(turn.Text);
    }

    private ImmutableArray<Statement> Statements => _problem.Gold.Statements;

    private string AnswerQuestion(string question)
    {
        if (QuestionIntent.AsksThings(question)) return _words.Things();
        if (QuestionIntent.AsksGoal(question)) return _words.Goal();
        if (!question.Contains('“', StringComparison.Ordinal) && QuestionIntent.AsksRule(question)) return NextRule();
        if (QuestionIntent.AsksAmounts(question) && AmountsFor(question) is { } amounts) return amounts;
        return StatementFor(question) is { } statement ? _words.Whole(statement) : _words.Say("pass");
    }

    private string NextRule()
    {
        for (var index = 0; index < Statements.Length; index++)
            if (_told.Add(index)) return _words.Rule(Statements[index]);
        return _words.Say("nothing-more");
    }

    /// <summary>The amounts that a question is about: of the goal, or of the weighted sum it quotes.</summary>
    private string? AmountsFor(string question)
    {
        var sums = Statements.OfType<Statement.WeightedSum>().Select(sum => (Sum: sum, Score: Likeness(question, _words.Rule(sum), sum.Limit.Numbers))).ToList();
        var best = sums.OrderByDescending(item => item.Score).FirstOrDefault();
        var isQuoted = question.Contains('“', StringComparison.Ordinal);
        if (best.Sum is not null && best.Score > 0 && isQuoted) return _words.Needs(best.Sum);
        if (isQuoted && StatementFor(question) is { } statement) return _words.Rule(statement);
        return _words.IsCount ? _words.Goal() : _words.Worth();
    }

    /// <summary>The statement that shares the most numbers and words with a question; null when none shares a number or a name.</summary>
    private Statement? StatementFor(string question)
    {
        var best = Statements.Select(statement => (Statement: statement, Score: Likeness(question, PlainSentence.Of(statement, _problem.Gold), statement.Numbers)))
            .OrderByDescending(item => item.Score).FirstOrDefault();
        return best.Score > 0 ? best.Statement : null;
    }

    private static double Likeness(string question, string said, IEnumerable<SourcedNumber> numbers)
    {
        var values = NoteReader.Numbers(question).Select(number => number.Value).ToList();
        var shared = numbers.Count(number => values.Exists(value => Math.Abs(value - number.Value) <= 1e-9 * Math.Abs(value)));
        var (left, right) = (NoteReader.Stems(question).ToHashSet(StringComparer.Ordinal), NoteReader.Stems(said).ToHashSet(StringComparer.Ordinal));
        var words = left.Count == 0 ? 0 : (double)left.Intersect(right).Count() / left.Union(right).Count();
        return values.Count > 0 && shared == 0 ? 0 : shared + words;
    }

    private string Judge(Turn summary)
    {
        if (summary.Formulation is not { } said) return _words.Say("accept");
        var check = SummaryCheck.Of(_problem.Gold, said);
        if (check.IsRight) return _words.Say("accept");
        if (!check.AreThingsRight) return _words.Things("things-correction");
        if (!check.IsGoalRight)
            return said.Objective.Sense != _problem.Gold.Objective.Sense || _words.IsCount ? _words.Say("wrong", ("fact", _words.Goal())) : _words.Say("wrong", ("fact", _words.WorthAgain()));
        if (!check.Spurious.IsEmpty && check.Missing.IsEmpty) return _words.Say("wrong-rule", ("rule", PlainSentence.Of(check.Spurious[0], said)));
        if (check.Spurious.IsEmpty) return _words.Say("missing", ("fact", _words.Whole(check.Missing[0])));
        var missing = check.Missing[0];
        if (check.Spurious.FirstOrDefault(other => IsAbout(other, missing)) is { } other) return _words.Say("wrong", ("fact", WrongPart(missing, other)));
        return _words.Say("wrong-rule", ("rule", PlainSentence.Of(check.Spurious[0], said)));
    }

    private static bool IsAbout(Statement said, Statement right) => said.GetType() == right.GetType()
        || said.Numbers.Any(number => right.Numbers.Any(other => other.Value == number.Value));

    /// <summary>What is to be said again of a statement: of a weighted sum only the part that is wrong.</summary>
    private string WrongPart(Statement right, Statement said)
    {
        if (right is not Statement.WeightedSum one || said is not Statement.WeightedSum other) return _words.Whole(right);
        if (one.Limit.Numbers.Select(number => number.Value).SequenceEqual(other.Limit.Numbers.Select(number => number.Value)) && one.Limit.GetType() == other.Limit.GetType())
            return _words.Needs(one);
        return one.Terms.Select(term => term.Value).SequenceEqual(other.Terms.Select(term => term.Value)) ? _words.Rule(one) : _words.Whole(one);
    }
}
