// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <QImage>
#include <QPainter>

// joinpictures LEFT RIGHT RESULT: puts two pictures side by side, as the README has them.
int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const QImage left(QString::fromLocal8Bit(argv[1]));
    const QImage right(QString::fromLocal8Bit(argv[2]));
    QImage result(left.width() + right.width(), qMax(left.height(), right.height()), QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter painter(&result);
    painter.drawImage(0, 0, left);
    painter.drawImage(left.width(), 0, right);
    painter.end();
    return result.save(QString::fromLocal8Bit(argv[3])) ? 0 : 1;
}
