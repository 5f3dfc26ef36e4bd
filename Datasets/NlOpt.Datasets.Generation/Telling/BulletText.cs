using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Tells a problem under headings, as people sum it up.</summary>
internal sealed class BulletText(ProblemWords words, PieceSentences pieces, LimitSentences limits, GoalSentences goals)
{
    /// <summary>Writes it.</summary>
    public void Tell(TextDraft draft)
    {
        draft.Note("bullets");
        var bullet = words.Random.Pick(["- ", "* ", "• ", "1"]);
        if (words.Random.Chance(0.6)) Line(draft, "", part => words.Speaker.Say("opening", words.Scope(), part), ".");
        Heading(draft, "head-variables");
        for (var variable = 0; variable < words.Names.Count; variable++)
        {
            var scope = words.Scope();
            words.Names.Fill(scope, "x", variable);
            Line(draft, Bullet(bullet, variable), part => words.Speaker.Say("bullet-variable", scope, part), "");
        }

        Heading(draft, "head-objective");
        Line(draft, Bullet(bullet, 0), part => part.Marked(MarkKind.Objective, 0, inner => words.Speaker.Say("bullet-goal", goals.Scope(), inner)), "");
        var columns = words.Problem.Columns.ToList();
        if (columns.Count > 0)
        {
            Heading(draft, "head-data");
            var number = 0;
            foreach (var sentence in pieces.Sentences([.. columns])) Line(draft, Bullet(bullet, number++), sentence, "");
        }

        Heading(draft, "head-limits");
        for (var index = 0; index < words.Problem.Sayings.Length; index++)
        {
            var current = index;
            Line(draft, Bullet(bullet, index), part => limits.Clause(part, current), "");
        }
    }

    private static string Bullet(string bullet, int number) => bullet == "1" ? $"{number + 1}. " : bullet;

    private void Heading(TextDraft draft, string section) => Line(draft, "", part => words.Speaker.Say(section, new Scope(words.Base), part), "");

    private static void Line(TextDraft draft, string bullet, Action<TextDraft> write, string stop)
    {
        if (draft.Text.Length > 0) draft.Write("\n");
        draft.Write(bullet + TextDraft.Capital);
        write(draft);
        draft.Write(stop);
    }
}
